package org.novabm.store.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D) under the key of a file. A sealed text is one byte of
 * format, 12 random bytes, then the ciphertext with its tag of 16 bytes. It is bound to its
 * purpose: one copied to another row does not open. Safe for use by many threads.
 */
public final class SecretBox {

  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int OVERHEAD = 1 + NONCE_BYTES + TAG_BITS / 8;

  private final Path keyFile;
  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  /**
   * Reads the key, and makes the file with a new one when there is none.
   *
   * @param keyFile readable by its owner alone; all processes on one database need the same
   * @throws IllegalStateException when others may read the file, or it holds no key
   */
  public SecretBox(Path keyFile) {
    this.keyFile = keyFile;
    this.key = new KeyFile(keyFile).load();
  }

  /**
   * Encrypts.
   *
   * @param purpose what it is for and whose, for example {@code node/17}; the same must be given to
   *     open it
   */
  public byte[] seal(byte[] plain, String purpose) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(FORMAT)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot encrypt with AES-GCM", e);
    }
  }

  /**
   * Decrypts.
   *
   * @throws IllegalStateException when it was sealed with another key or for another purpose, or
   *     was changed
   */
  public byte[] open(byte[] sealed, String purpose) {
    if (sealed.length < OVERHEAD || sealed[0] != FORMAT) {
      throw new IllegalStateException(purpose + " in the database is not an encrypted value");
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, purpose)
          .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
    } catch (AEADBadTagException e) {
      throw new IllegalStateException(
          "%s cannot be decrypted with the key of %s; put back the key file that this database was written with"
              .formatted(purpose, keyFile),
          e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot decrypt with AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
