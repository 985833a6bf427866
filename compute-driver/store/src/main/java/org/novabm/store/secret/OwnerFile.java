package org.novabm.store.secret;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file of one line for its owner's eyes alone; at no moment can others read it.
 *
 * @param what it is, for messages
 */
public record OwnerFile(Path path, String what) {

  private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(OWNER_READ, OWNER_WRITE);

  /** Makes it with this line, unless another process was faster: then the other's line counts. */
  public void create(String line) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft =
        Files.createTempFile(
            folder, ".novabm-", null, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      Files.writeString(draft, line + "\n");
      // a link, not a move: of two processes that start together only one makes the file
      Files.createLink(path, draft);
    } catch (FileAlreadyExistsException e) {
      // the other process was faster
    } finally {
      Files.delete(draft);
    }
  }

  /**
   * Looks at its permissions.
   *
   * @throws IllegalStateException when others may read or write it
   */
  public void refuseOtherReaders() throws IOException {
    Set<PosixFilePermission> granted = Files.getPosixFilePermissions(path);
    if (!OWNER_ONLY.containsAll(granted)) {
      throw new IllegalStateException(
          "%s %s has permissions %s and others may read it; run: chmod 600 %s"
              .formatted(what, path, PosixFilePermissions.toString(granted), path));
    }
  }
}
