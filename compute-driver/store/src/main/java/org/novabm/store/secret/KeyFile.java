package org.novabm.store.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A file with one line: 32 random bytes in base64. */
record KeyFile(Path path) {

  private static final int KEY_BYTES = 32;
  private static final int MOST_BYTES = 256;

  SecretKey load() {
    OwnerFile file = new OwnerFile(path, "key file");
    try {
      if (!Files.exists(path)) {
        create(file);
      }
      file.refuseOtherReaders();
      return read();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "key file " + path + " cannot be read or made: " + e.getMessage(), e);
    }
  }

  private static void create(OwnerFile file) throws IOException {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    file.create(Base64.getEncoder().encodeToString(bytes));
  }

  private SecretKey read() throws IOException {
    try {
      if (Files.size(path) <= MOST_BYTES) {
        byte[] bytes = Base64.getDecoder().decode(Files.readString(path).strip());
        if (bytes.length == KEY_BYTES) {
          return new SecretKeySpec(bytes, "AES");
        }
      }
    } catch (IllegalArgumentException e) {
      throw notAKey(e);
    }
    throw notAKey(null);
  }

  private IllegalStateException notAKey(@Nullable IllegalArgumentException cause) {
    return new IllegalStateException(
        "key file %s does not hold 32 bytes in base64; put back the right one, or remove it for a new key if the database is empty"
            .formatted(path),
        cause);
  }
}
