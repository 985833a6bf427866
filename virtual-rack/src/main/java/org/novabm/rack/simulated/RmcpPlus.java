package org.novabm.rack.simulated;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The algorithms of cipher suite 3: RAKP-HMAC-SHA1, HMAC-SHA1-96, AES-CBC-128 (IPMI 2.0 rev. 1.1,
 * sections 13.28 to 13.32).
 */
final class RmcpPlus {

  static final int CODE_LENGTH = 12;
  private static final int BLOCK = 16;
  private static final int KEY_LENGTH = 20;

  private RmcpPlus() {}

  /** The user's key: the password, padded with zeros to 20 bytes. */
  static byte[] key(byte[] password) {
    return Arrays.copyOf(password, KEY_LENGTH);
  }

  static byte[] hmac(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA1", e);
    }
  }

  /** K1 and K2: the session key over twenty equal bytes. */
  static byte[] derived(byte[] sessionKey, int constant) {
    byte[] twenty = new byte[KEY_LENGTH];
    Arrays.fill(twenty, (byte) constant);
    return hmac(sessionKey, twenty);
  }

  static byte[] code(byte[] key, byte[] data) {
    return Arrays.copyOf(hmac(key, data), CODE_LENGTH);
  }

  /** Initialization vector and encrypted payload, padded as section 13.29 says. */
  static byte[] encrypt(byte[] k2, byte[] iv, byte[] plain) {
    int pad = (BLOCK - (plain.length + 1) % BLOCK) % BLOCK;
    byte[] padded = Arrays.copyOf(plain, plain.length + pad + 1);
    for (int i = 0; i < pad; i++) {
      padded[plain.length + i] = (byte) (i + 1);
    }
    padded[padded.length - 1] = (byte) pad;
    byte[] hidden = aes(Cipher.ENCRYPT_MODE, k2, iv, padded);
    byte[] whole = Arrays.copyOf(iv, BLOCK + hidden.length);
    System.arraycopy(hidden, 0, whole, BLOCK, hidden.length);
    return whole;
  }

  /**
   * The payload again.
   *
   * @throws IllegalArgumentException when the length or the padding cannot be
   */
  static byte[] decrypt(byte[] k2, byte[] whole) {
    if (whole.length < 2 * BLOCK || whole.length % BLOCK != 0) {
      throw new IllegalArgumentException("encrypted payload of " + whole.length + " bytes");
    }
    byte[] iv = Arrays.copyOf(whole, BLOCK);
    byte[] padded =
        aes(Cipher.DECRYPT_MODE, k2, iv, Arrays.copyOfRange(whole, BLOCK, whole.length));
    int pad = padded[padded.length - 1] & 0xff;
    if (pad >= BLOCK) {
      throw new IllegalArgumentException("padding of " + pad + " bytes");
    }
    return Arrays.copyOf(padded, padded.length - 1 - pad);
  }

  private static byte[] aes(int mode, byte[] k2, byte[] iv, byte[] data) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(k2, 0, BLOCK, "AES"), new IvParameterSpec(iv));
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES in CBC mode", e);
    }
  }
}
