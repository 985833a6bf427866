package org.novabm.power.ipmi.wire;

/** How payloads are encrypted (IPMI 2.0, table 13-19). */
public enum ConfidentialityAlgorithm {
  AES_CBC_128(1);

  private final int code;

  ConfidentialityAlgorithm(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
