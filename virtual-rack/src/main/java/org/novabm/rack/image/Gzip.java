package org.novabm.rack.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A gzip stream (RFC 1952) packed fast rather than small: it is unpacked by an emulated machine.
 */
final class Gzip extends GZIPOutputStream {

  private Gzip(OutputStream out) throws IOException {
    super(out, 1 << 16);
    def.setLevel(Deflater.BEST_SPEED);
  }

  static void pack(Path plain, Path packed) throws IOException {
    try (OutputStream out = new Gzip(Files.newOutputStream(packed))) {
      Files.copy(plain, out);
    }
  }
}
