package org.novabm.power.ipmi.wire;

/** How both sides prove that they know the password (IPMI 2.0, table 13-17). */
public enum AuthenticationAlgorithm {
  RAKP_HMAC_SHA1(1, "HmacSHA1", 20, 12),
  RAKP_HMAC_SHA256(3, "HmacSHA256", 32, 16);

  private final int code;
  private final String macName;
  private final int codeSize;
  private final int finalCodeSize;

  AuthenticationAlgorithm(int code, String macName, int codeSize, int finalCodeSize) {
    this.code = code;
    this.macName = macName;
    this.codeSize = codeSize;
    this.finalCodeSize = finalCodeSize;
  }

  int code() {
    return code;
  }

  String macName() {
    return macName;
  }

  /** Bytes of the codes in RAKP messages 2 and 3, and of the keys made from them. */
  int codeSize() {
    return codeSize;
  }

  /** Bytes of the code in RAKP message 4. */
  int finalCodeSize() {
    return finalCodeSize;
  }
}
