package org.novabm.deploy.tftp;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The files below one folder. A name is relative to it, with or without a slash in front; an
 * absolute name that begins with the folder's own path is understood too, as old PXELINUX files
 * have it. Symbolic links are followed as long as they end below the folder. Names with {@code ..}
 * are not there.
 */
public final class FolderSource implements FileSource {

  private final Path root;
  private final Path realRoot;

  /**
   * @throws IOException when there is no such folder
   */
  public FolderSource(Path root) throws IOException {
    this.root = root.toAbsolutePath().normalize();
    this.realRoot = root.toRealPath();
  }

  @Override
  public @Nullable TftpContent open(String name, InetAddress client) throws IOException {
    Path file = find(name);
    if (file == null || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try {
      return TftpContent.of(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private @Nullable Path find(String name) throws IOException {
    try {
      // firmware of Windows ancestry writes backslashes
      Path asked = Path.of("/", name.replace('\\', '/'));
      for (Path part : asked) {
        if (part.toString().equals("..")) {
          return null;
        }
      }
      Path real = root.resolve(belowRoot(asked)).toRealPath();
      return real.startsWith(realRoot) ? real : null;
    } catch (AccessDeniedException e) {
      throw e;
    } catch (InvalidPathException | FileSystemException e) {
      return null;
    }
  }

  private Path belowRoot(Path asked) {
    if (asked.startsWith(root)) {
      return root.relativize(asked);
    }
    if (asked.startsWith(realRoot)) {
      return realRoot.relativize(asked);
    }
    return asked.getRoot().relativize(asked);
  }
}
