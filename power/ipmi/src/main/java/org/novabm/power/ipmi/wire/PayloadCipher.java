package org.novabm.power.ipmi.wire;

import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * AES-CBC-128 as RMCP+ uses it: the initialisation vector first, then the payload with the padding
 * 1, 2, 3 and its length (IPMI 2.0, section 13.29).
 */
final class PayloadCipher {

  private static final int BLOCK = 16;

  private final SecretKey key;
  private final SecureRandom random;

  PayloadCipher(SecretKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  byte[] encrypt(Octets payload) {
    int padding = Math.floorMod(-(payload.size() + 1), BLOCK);
    byte[] plain = Arrays.copyOf(payload.toByteArray(), payload.size() + padding + 1);
    for (int i = 0; i < padding; i++) {
      plain[payload.size() + i] = (byte) (i + 1);
    }
    plain[plain.length - 1] = (byte) padding;
    byte[] vector = new byte[BLOCK];
    random.nextBytes(vector);
    byte[] encrypted = Arrays.copyOf(vector, BLOCK + plain.length);
    run(Cipher.ENCRYPT_MODE, vector, plain, 0, encrypted, BLOCK);
    return encrypted;
  }

  /** Decrypts a part of a packet whose authentication code was found right before. */
  Octets decrypt(byte[] packet, int start, int length) throws MalformedPacketException {
    if (length < 2 * BLOCK || length % BLOCK != 0) {
      throw new MalformedPacketException("an encrypted payload of " + length + " bytes");
    }
    byte[] plain = new byte[length - BLOCK];
    byte[] vector = Arrays.copyOfRange(packet, start, start + BLOCK);
    run(Cipher.DECRYPT_MODE, vector, packet, start + BLOCK, plain, 0);
    return Octets.owning(Arrays.copyOf(plain, plain.length - 1 - padding(plain)));
  }

  private static int padding(byte[] plain) throws MalformedPacketException {
    int padding = plain[plain.length - 1] & 0xFF;
    if (padding >= BLOCK) {
      throw new MalformedPacketException("a padding of " + padding + " bytes");
    }
    for (int i = 0; i < padding; i++) {
      if (plain[plain.length - 1 - padding + i] != i + 1) {
        throw new MalformedPacketException("the padding does not count from 1");
      }
    }
    return padding;
  }

  private void run(int mode, byte[] vector, byte[] from, int start, byte[] to, int offset) {
    Engine.call(
        engine -> {
          engine.aes(mode, key, vector, from, start, to, offset);
          return true;
        });
  }
}
