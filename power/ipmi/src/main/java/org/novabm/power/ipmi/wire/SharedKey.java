package org.novabm.power.ipmi.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.novabm.spi.Secret;

/**
 * A secret that console and BMC share, a user's password or the BMC's key (K_G): 20 bytes, filled
 * up with zeros (IPMI 2.0, section 13.31).
 */
public final class SharedKey {

  /** The longest password of IPMI 2.0, in bytes. */
  public static final int MOST_PASSWORD = 20;

  private final byte[] padded;

  private SharedKey(byte[] padded) {
    this.padded = padded;
  }

  /**
   * The key of a user.
   *
   * @throws IllegalArgumentException when the password is too long or has a zero in it
   */
  public static SharedKey of(Secret password) {
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
    return new SharedKey(Arrays.copyOf(bytes, MOST_PASSWORD));
  }

  /**
   * The key of a BMC, written as up to 20 characters, or as {@code 0x} and up to 40 hexadecimal
   * digits.
   *
   * @throws IllegalArgumentException when it is neither, or empty
   */
  public static SharedKey ofBmc(Secret written) {
    String text = written.reveal();
    byte[] bytes =
        text.startsWith("0x")
            ? HexFormat.of().parseHex(text, 2, text.length())
            : text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || bytes.length > MOST_PASSWORD) {
      throw new IllegalArgumentException(
          "a BMC key has 1 to %d bytes, not %d".formatted(MOST_PASSWORD, bytes.length));
    }
    return new SharedKey(Arrays.copyOf(bytes, MOST_PASSWORD));
  }

  /** As FreeIPMI and ipmitool want to be told it: {@code 0x} and 40 hexadecimal digits. */
  public String hexadecimal() {
    return "0x" + HexFormat.of().formatHex(padded);
  }

  SecretKey secretKey(AuthenticationAlgorithm algorithm) {
    return new SecretKeySpec(padded, algorithm.macName());
  }
}
