package org.novabm.power.ipmi.wire;

/** How the packets of a session are authenticated (IPMI 2.0, table 13-18). */
public enum IntegrityAlgorithm {
  HMAC_SHA1_96(1, "HmacSHA1", 12),
  HMAC_SHA256_128(4, "HmacSHA256", 16);

  private final int code;
  private final String macName;
  private final int codeSize;

  IntegrityAlgorithm(int code, String macName, int codeSize) {
    this.code = code;
    this.macName = macName;
    this.codeSize = codeSize;
  }

  int code() {
    return code;
  }

  String macName() {
    return macName;
  }

  /** Bytes of the code that ends a packet. */
  int codeSize() {
    return codeSize;
  }
}
