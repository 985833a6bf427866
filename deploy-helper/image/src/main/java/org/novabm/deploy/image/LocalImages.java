package org.novabm.deploy.image;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Pattern;
import org.novabm.spi.BackendException;

/** Images in one folder, by id or {@code file:} address. Nothing outside of it is ever opened. */
final class LocalImages {

  /** No slash, no leading dot: an id is never a path. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  private static final List<String> ENDINGS =
      List.of("", ".img", ".raw", ".gz", ".img.gz", ".raw.gz");

  private final Path root;

  LocalImages(Path root) {
    this.root = root;
  }

  ImageSource open(String reference) {
    Path file = find(reference);
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw refused(reference, "is not a file");
      }
      // the links were followed already; one that appears now is not
      return new ImageSource(
          Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS),
          attributes.size(),
          attributes.size() + " " + attributes.lastModifiedTime());
    } catch (IOException e) {
      throw new BackendException.Refused("image " + reference, "cannot be read: " + e, e);
    }
  }

  private Path find(String reference) {
    if (reference.startsWith("file:")) {
      return below(reference, path(reference));
    }
    if (!ID.matcher(reference).matches()) {
      throw refused(reference, "is neither an address (http, https, file) nor an image id");
    }
    for (String ending : ENDINGS) {
      Path candidate = root.resolve(reference + ending);
      if (Files.exists(candidate)) {
        return below(reference, candidate);
      }
    }
    throw missing(reference);
  }

  private static Path path(String reference) {
    try {
      return Path.of(URI.create(reference));
    } catch (IllegalArgumentException e) {
      // also InvalidPathException, and a host in the address
      throw new BackendException.Refused(
          "image " + reference, "is not an address of the form file:///folder/image", e);
    }
  }

  /** Follows all links first, and then asks where it ended up. */
  private Path below(String reference, Path path) {
    try {
      Path real = path.toRealPath();
      if (!real.startsWith(root.toRealPath())) {
        throw refused(reference, "lies outside of the image root " + root);
      }
      return real;
    } catch (NoSuchFileException e) {
      // a file that is missing outside of the root must look like any other outside of it
      throw path.normalize().startsWith(root)
          ? missing(reference)
          : refused(reference, "lies outside of the image root " + root);
    } catch (IOException | InvalidPathException e) {
      throw new BackendException.Refused("image " + reference, "cannot be found: " + e, e);
    }
  }

  private BackendException missing(String reference) {
    return refused(
        reference,
        "is not in the image root "
            + root
            + " (looked for the name only and with "
            + ENDINGS
            + ")");
  }

  private static BackendException refused(String reference, String text) {
    return new BackendException.Refused("image " + reference, text);
  }
}
