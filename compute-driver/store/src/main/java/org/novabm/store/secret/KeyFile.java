package org.novabm.store.secret;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A file with one line: 32 random bytes in base64. */
record KeyFile(Path path) {

  private static final int KEY_BYTES = 32;
  private static final int MOST_BYTES = 256;
  private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(OWNER_READ, OWNER_WRITE);

  SecretKey load() {
    try {
      if (!Files.exists(path)) {
        create();
      }
      refuseOtherReaders();
      return read();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "key file " + path + " cannot be read or made: " + e.getMessage(), e);
    }
  }

  private void create() throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft =
        Files.createTempFile(
            folder, ".novabm-key", null, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      byte[] bytes = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(bytes);
      Files.writeString(draft, Base64.getEncoder().encodeToString(bytes) + "\n");
      // a link, not a move: of two processes that start together only one makes the file
      Files.createLink(path, draft);
    } catch (FileAlreadyExistsException e) {
      // the other process was faster; its key is the key
    } finally {
      Files.delete(draft);
    }
  }

  private void refuseOtherReaders() throws IOException {
    Set<PosixFilePermission> granted = Files.getPosixFilePermissions(path);
    if (!OWNER_ONLY.containsAll(granted)) {
      throw new IllegalStateException(
          "key file %s has permissions %s and others may read it; run: chmod 600 %s"
              .formatted(path, PosixFilePermissions.toString(granted), path));
    }
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
