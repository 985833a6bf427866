package org.novabm.rack.bmc;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The algorithms of the cipher suites (IPMI 2.0, sections 13.28 to 13.32), held once for all BMCs
 * of a thread. Not thread-safe.
 */
final class Algorithms {

  static final int BLOCK = 16;
  static final int KEY_LENGTH = 20;
  private final Mac sha1;
  private final Mac sha256;
  private final Cipher cipher;
  private final SecureRandom random = new SecureRandom();

  Algorithms() {
    try {
      sha1 = Mac.getInstance(Suite.SUITE_3.mac());
      sha256 = Mac.getInstance(Suite.SUITE_17.mac());
      cipher = Cipher.getInstance("AES/CBC/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC and AES", e);
    }
  }

  /** A key of HMAC. */
  static SecretKey key(Suite suite, byte[] bytes) {
    return new SecretKeySpec(bytes, suite.mac());
  }

  /** The first bytes of K2, as a key of AES. */
  static SecretKey cipherKey(byte[] k2) {
    return new SecretKeySpec(k2, 0, BLOCK, "AES");
  }

  byte[] random() {
    byte[] bytes = new byte[BLOCK];
    random.nextBytes(bytes);
    return bytes;
  }

  byte[] hmac(Suite suite, SecretKey key, byte[] data) {
    return hmac(suite, key, data, 0, data.length);
  }

  byte[] hmac(Suite suite, SecretKey key, byte[] data, int from, int length) {
    try {
      Mac mac = suite == Suite.SUITE_3 ? sha1 : sha256;
      mac.init(key);
      mac.update(data, from, length);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC takes any key", e);
    }
  }

  /** K1 and K2: the session key over twenty equal bytes. */
  byte[] derived(Suite suite, SecretKey sessionKey, int constant) {
    byte[] twenty = new byte[KEY_LENGTH];
    Arrays.fill(twenty, (byte) constant);
    return hmac(suite, sessionKey, twenty);
  }

  /** Initialization vector and encrypted payload, padded as section 13.29 says. */
  byte[] encrypt(SecretKey key, byte[] plain) {
    int pad = (BLOCK - (plain.length + 1) % BLOCK) % BLOCK;
    byte[] padded = Arrays.copyOf(plain, plain.length + pad + 1);
    for (int i = 0; i < pad; i++) {
      padded[plain.length + i] = (byte) (i + 1);
    }
    padded[padded.length - 1] = (byte) pad;
    byte[] whole = Arrays.copyOf(random(), BLOCK + padded.length);
    run(Cipher.ENCRYPT_MODE, key, whole, padded, 0, whole, BLOCK);
    return whole;
  }

  /**
   * The payload again.
   *
   * @throws IllegalArgumentException when the length or the padding cannot be
   */
  byte[] decrypt(SecretKey key, byte[] packet, int from, int length) {
    if (length < 2 * BLOCK || length % BLOCK != 0) {
      throw new IllegalArgumentException("encrypted payload of " + length + " bytes");
    }
    byte[] vector = Arrays.copyOfRange(packet, from, from + BLOCK);
    byte[] padded = new byte[length - BLOCK];
    run(Cipher.DECRYPT_MODE, key, vector, packet, from + BLOCK, padded, 0);
    int pad = padded[padded.length - 1] & 0xff;
    if (pad >= BLOCK) {
      throw new IllegalArgumentException("padding of " + pad + " bytes");
    }
    return Arrays.copyOf(padded, padded.length - 1 - pad);
  }

  private void run(
      int mode, SecretKey key, byte[] vector, byte[] in, int from, byte[] out, int to) {
    try {
      cipher.init(mode, key, new IvParameterSpec(vector, 0, BLOCK));
      cipher.doFinal(in, from, out.length - to, out, to);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES takes whole blocks", e);
    }
  }
}
