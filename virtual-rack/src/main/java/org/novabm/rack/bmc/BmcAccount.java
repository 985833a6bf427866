package org.novabm.rack.bmc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.novabm.spi.Secret;

/**
 * The account of a simulated BMC.
 *
 * @param user its name
 * @param password 16 or 20 bytes at most, as IPMI has it
 * @param bmcKey K_G, at most 20 bytes; empty when the password stands in for it
 */
public record BmcAccount(String user, Secret password, Secret bmcKey) {

  public static BmcAccount of(String user, Secret password) {
    return new BmcAccount(user, password, Secret.EMPTY);
  }

  public BmcAccount withBmcKey(Secret key) {
    return new BmcAccount(user, password, key);
  }

  byte[] userBytes() {
    return user.getBytes(StandardCharsets.UTF_8);
  }

  /** The user's key: the password, padded with zeros. */
  byte[] userKey() {
    return padded(password);
  }

  /** What session keys are made with. */
  byte[] sessionSeed() {
    return bmcKey.reveal().isEmpty() ? userKey() : padded(bmcKey);
  }

  private static byte[] padded(Secret secret) {
    byte[] bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, Algorithms.KEY_LENGTH);
  }
}
