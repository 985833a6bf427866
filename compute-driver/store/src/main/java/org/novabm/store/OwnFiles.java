package org.novabm.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The files of an embedded database, for its owner's eyes alone whatever the umask is: passwords in
 * them are encrypted, the inventory is not.
 */
final class OwnFiles {

  private static final String ON_FILE = "jdbc:h2:file:";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private OwnFiles() {}

  /** Makes them, for H2 takes an empty file for a new database, or closes those there are. */
  static void prepare(String url) {
    if (url.startsWith(ON_FILE)) {
      String path = url.substring(ON_FILE.length()).replaceFirst(";.*", "");
      close(Path.of(path + ".mv.db"));
      close(Path.of(path + ".trace.db"));
    }
  }

  private static void close(Path file) {
    try {
      if (Files.exists(file)) {
        Files.setPosixFilePermissions(file, OWNER_ONLY);
      } else {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "database file %s cannot be made or kept from others: %s".formatted(file, e.getMessage()),
          e);
    }
  }
}
