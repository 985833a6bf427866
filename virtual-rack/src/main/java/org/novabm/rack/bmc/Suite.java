package org.novabm.rack.bmc;

import org.jspecify.annotations.Nullable;

/** The cipher suites that can be simulated (IPMI 2.0, table 22-20). */
public enum Suite {
  SUITE_3(3, 1, 1, "HmacSHA1", 12),
  SUITE_17(17, 3, 4, "HmacSHA256", 16);

  /** AES-CBC-128. */
  static final int CONFIDENTIALITY = 1;

  private final int id;
  private final int authentication;
  private final int integrity;
  private final String mac;
  private final int codeLength;

  Suite(int id, int authentication, int integrity, String mac, int codeLength) {
    this.id = id;
    this.authentication = authentication;
    this.integrity = integrity;
    this.mac = mac;
    this.codeLength = codeLength;
  }

  int id() {
    return id;
  }

  int authentication() {
    return authentication;
  }

  int integrity() {
    return integrity;
  }

  /** The name that Java has for its codes. */
  String mac() {
    return mac;
  }

  /** Bytes of a packet's authentication code, and of that in RAKP message 4. */
  int codeLength() {
    return codeLength;
  }

  /**
   * The suite of a number, for example {@code 17}.
   *
   * @throws IllegalArgumentException when it is none of those
   */
  static Suite numbered(String number) {
    for (Suite suite : values()) {
      if (number.equals("" + suite.id)) {
        return suite;
      }
    }
    throw new IllegalArgumentException("cipher suite '" + number + "' is neither 3 nor 17");
  }

  /** The suite of three algorithms, or null when there is none. */
  static @Nullable Suite of(int authentication, int integrity, int confidentiality) {
    for (Suite suite : values()) {
      if (suite.authentication == authentication
          && suite.integrity == integrity
          && confidentiality == CONFIDENTIALITY) {
        return suite;
      }
    }
    return null;
  }
}
