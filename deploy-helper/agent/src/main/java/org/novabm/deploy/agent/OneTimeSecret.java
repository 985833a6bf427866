package org.novabm.deploy.agent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes secrets and compares them with the digests that are kept of them. */
final class OneTimeSecret {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /** 64 hexadecimal digits nobody can guess. */
  String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** What is kept: SHA-256 (FIPS 180-4). The secret is random, so the digest needs no salt. */
  static String digest(String secret) {
    return digest(secret.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 in hexadecimal digits. */
  static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** SHA-256 (FIPS 180-4), which every Java platform has. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** Takes the same time wherever the two differ, and with no digest at all. */
  static boolean matches(@Nullable String digest, String secret) {
    byte[] kept = (digest == null ? "" : digest).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(kept, digest(secret).getBytes(StandardCharsets.US_ASCII));
  }
}
