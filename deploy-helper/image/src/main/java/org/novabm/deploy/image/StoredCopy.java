package org.novabm.deploy.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * What a copy of an image's bytes brought to light.
 *
 * @param bytes how many
 * @param digests in hexadecimal: the named ones, and SHA-256
 * @param format what their beginning says they are
 */
record StoredCopy(long bytes, Map<DigestKind, String> digests, DiskFormat format) {

  /** Room for the head that {@link DiskFormat} looks at; four of these are in use at a time. */
  private static final int BUFFER = 1 << 16;

  /** The bytes are more than was allowed. */
  static final class TooLarge extends IOException {
    private final long most;

    TooLarge(long most) {
      super("more bytes than allowed");
      this.most = most;
    }

    long most() {
      return most;
    }
  }

  /** The copy's own disk failed, not the source. */
  static final class CannotKeep extends IOException {
    CannotKeep(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  String sha256() {
    return Objects.requireNonNull(digests.get(DigestKind.SHA256));
  }

  /** Writes the stream to a file, as long as the image is wanted; counts what was stored. */
  static StoredCopy toFile(InputStream from, Path file, Fetch fetch, SizeLimit room)
      throws IOException {
    try (OutputStream to = Files.newOutputStream(file)) {
      return copy(from, to, fetch, room, true);
    }
  }

  /** Reads the stream for its digests, as long as the image is wanted, and keeps nothing. */
  static StoredCopy toNowhere(InputStream from, Fetch fetch, SizeLimit room) throws IOException {
    return copy(from, OutputStream.nullOutputStream(), fetch, room, false);
  }

  private static StoredCopy copy(
      InputStream from, OutputStream to, Fetch fetch, SizeLimit room, boolean counted)
      throws IOException {
    var digests = DigestKind.start(fetch.image());
    byte[] buffer = new byte[BUFFER];
    DiskFormat format = DiskFormat.RAW;
    long bytes = 0;
    for (int n = from.readNBytes(buffer, 0, BUFFER);
        n > 0;
        n = from.readNBytes(buffer, 0, BUFFER)) {
      fetch.requireWanted();
      if (bytes == 0) {
        format = DiskFormat.of(Arrays.copyOf(buffer, Math.min(n, DiskFormat.HEAD_BYTES)));
      }
      bytes += n;
      if (bytes > room.bytes()) {
        throw new TooLarge(room.bytes());
      }
      for (var digest : digests.values()) {
        digest.update(buffer, 0, n);
      }
      write(to, buffer, n);
      if (counted) {
        fetch.stored(n);
      }
    }
    return new StoredCopy(bytes, DigestKind.end(digests), format);
  }

  private static void write(OutputStream to, byte[] buffer, int n) throws CannotKeep {
    try {
      to.write(buffer, 0, n);
    } catch (IOException e) {
      throw new CannotKeep(e);
    }
  }
}
