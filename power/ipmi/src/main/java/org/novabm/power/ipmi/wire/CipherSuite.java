package org.novabm.power.ipmi.wire;

import java.util.Map;
import java.util.TreeSet;

/**
 * The three algorithms of a session (IPMI 2.0, table 22-20).
 *
 * @param id the suite's number in the specification
 */
public record CipherSuite(
    int id,
    AuthenticationAlgorithm authentication,
    IntegrityAlgorithm integrity,
    ConfidentialityAlgorithm confidentiality) {

  /** The suite that every IPMI 2.0 device has. */
  public static final CipherSuite SUITE_3 =
      new CipherSuite(
          3,
          AuthenticationAlgorithm.RAKP_HMAC_SHA1,
          IntegrityAlgorithm.HMAC_SHA1_96,
          ConfidentialityAlgorithm.AES_CBC_128);

  /** The same with SHA-256, which newer devices demand. */
  public static final CipherSuite SUITE_17 =
      new CipherSuite(
          17,
          AuthenticationAlgorithm.RAKP_HMAC_SHA256,
          IntegrityAlgorithm.HMAC_SHA256_128,
          ConfidentialityAlgorithm.AES_CBC_128);

  private static final Map<Integer, CipherSuite> KNOWN = Map.of(3, SUITE_3, 17, SUITE_17);

  /**
   * The suite of a number.
   *
   * @throws IllegalArgumentException when it is not one of ours
   */
  public static CipherSuite of(int id) {
    CipherSuite suite = KNOWN.get(id);
    if (suite == null) {
      throw new IllegalArgumentException(
          "cipher suite " + id + " is none of " + new TreeSet<>(KNOWN.keySet()));
    }
    return suite;
  }
}
