package org.novabm.power.ipmi.wire;

import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/**
 * The algorithms of all cipher suites, lent to one thread at a time. Sessions hold keys only: ready
 * made ciphers and codes would be several kilobytes for each of thousands.
 */
final class Engine {

  private static final Queue<Engine> IDLE = new ConcurrentLinkedQueue<>();

  private final Mac sha1;
  private final Mac sha256;
  private final Cipher aes;

  private Engine() {
    try {
      sha1 = Mac.getInstance(AuthenticationAlgorithm.RAKP_HMAC_SHA1.macName());
      sha256 = Mac.getInstance(AuthenticationAlgorithm.RAKP_HMAC_SHA256.macName());
      aes = Cipher.getInstance("AES/CBC/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks an algorithm of RMCP+", e);
    }
  }

  /** Works with an engine; there are as many as are used at the same time. */
  static <T> T call(Function<Engine, T> work) {
    Engine idle = IDLE.poll();
    Engine engine = idle == null ? new Engine() : idle;
    T result = work.apply(engine);
    IDLE.add(engine);
    return result;
  }

  /** The code of a part of an array. */
  byte[] mac(String name, SecretKey key, byte[] bytes, int from, int length) {
    Mac mac = name.equals(sha1.getAlgorithm()) ? sha1 : sha256;
    try {
      mac.init(key);
      mac.update(bytes, from, length);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(name + " refuses a key", e);
    }
  }

  /** Encrypts or decrypts whole blocks, as many as fit into {@code to} after {@code offset}. */
  void aes(int mode, SecretKey key, byte[] vector, byte[] from, int start, byte[] to, int offset) {
    try {
      aes.init(mode, key, new IvParameterSpec(vector));
      aes.doFinal(from, start, to.length - offset, to, offset);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES refuses whole blocks", e);
    }
  }
}
