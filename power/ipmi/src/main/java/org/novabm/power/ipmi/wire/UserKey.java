package org.novabm.power.ipmi.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.novabm.spi.Secret;

/** A user's password as the key of RMCP+: 20 bytes, filled up with zeros (IPMI 2.0, 13.31). */
public final class UserKey {

  /** The longest password of IPMI 2.0, in bytes. */
  public static final int MOST_PASSWORD = 20;

  private final byte[] padded;

  private UserKey(byte[] padded) {
    this.padded = padded;
  }

  /**
   * @throws IllegalArgumentException when the password is too long or has a zero in it
   */
  public static UserKey of(Secret password) {
    byte[] bytes = password.reveal().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_PASSWORD) {
      throw new IllegalArgumentException(
          "the password has "
              + bytes.length
              + " bytes, and IPMI 2.0 allows "
              + MOST_PASSWORD
              + "; set a shorter one on the BMC");
    }
    if (password.reveal().indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "the password has a zero byte, which IPMI 2.0 cannot tell from its padding");
    }
    return new UserKey(Arrays.copyOf(bytes, MOST_PASSWORD));
  }

  SecretKey secretKey(AuthenticationAlgorithm algorithm) {
    return new SecretKeySpec(padded, algorithm.macName());
  }
}
