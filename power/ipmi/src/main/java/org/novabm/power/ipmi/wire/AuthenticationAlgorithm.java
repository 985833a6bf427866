package org.novabm.power.ipmi.wire;

/** How both sides prove that they know the password (IPMI 2.0, table 13-17). */
public enum AuthenticationAlgorithm {
  RAKP_HMAC_SHA1(1, "HmacSHA1", 12),
  RAKP_HMAC_SHA256(3, "HmacSHA256", 16);

  private final int code;
  private final String macName;
  private final int finalCodeSize;

  AuthenticationAlgorithm(int code, String macName, int finalCodeSize) {
    this.code = code;
    this.macName = macName;
    this.finalCodeSize = finalCodeSize;
  }

  int code() {
    return code;
  }

  String macName() {
    return macName;
  }

  /** Bytes of the code in RAKP message 4. */
  int finalCodeSize() {
    return finalCodeSize;
  }
}
