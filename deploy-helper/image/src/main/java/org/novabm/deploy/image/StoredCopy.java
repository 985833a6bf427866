package org.novabm.deploy.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a copy of an image's bytes brought to light.
 *
 * @param bytes how many
 * @param sha256 their digest in hexadecimal
 * @param format what their beginning says they are
 */
record StoredCopy(long bytes, String sha256, DiskFormat format) {

  private static final int BUFFER = 1 << 18;

  /** The bytes are more than was allowed. */
  static final class TooLarge extends IOException {
    TooLarge() {
      super("more bytes than allowed");
    }
  }

  /** The copy's own disk failed, not the source. */
  static final class CannotKeep extends IOException {
    CannotKeep(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** Writes the stream to a file. */
  static StoredCopy toFile(InputStream from, Path file, long most) throws IOException {
    try (OutputStream to = Files.newOutputStream(file)) {
      return copy(from, to, most);
    }
  }

  /** Reads the stream for its digest and keeps nothing. */
  static StoredCopy toNowhere(InputStream from, long most) throws IOException {
    return copy(from, OutputStream.nullOutputStream(), most);
  }

  private static StoredCopy copy(InputStream from, OutputStream to, long most) throws IOException {
    var digest = Sha256.start();
    byte[] buffer = new byte[BUFFER];
    DiskFormat format = DiskFormat.RAW;
    long bytes = 0;
    for (int n = from.readNBytes(buffer, 0, BUFFER);
        n > 0;
        n = from.readNBytes(buffer, 0, BUFFER)) {
      if (bytes == 0) {
        format = DiskFormat.of(Arrays.copyOf(buffer, Math.min(n, DiskFormat.HEAD_BYTES)));
      }
      bytes += n;
      if (bytes > most) {
        throw new TooLarge();
      }
      digest.update(buffer, 0, n);
      write(to, buffer, n);
    }
    return new StoredCopy(bytes, HexFormat.of().formatHex(digest.digest()), format);
  }

  private static void write(OutputStream to, byte[] buffer, int n) throws CannotKeep {
    try {
      to.write(buffer, 0, n);
    } catch (IOException e) {
      throw new CannotKeep(e);
    }
  }
}
