package org.novabm.deploy.agent;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;
import org.novabm.deploy.image.CheckedImage;
import org.novabm.deploy.image.Packing;

/**
 * Asks what stands in parts of a machine's disk, and knows the answer from the image. Of a packed
 * image only the beginning is asked for: what stands further behind cannot be known without
 * unpacking all before it.
 */
final class ReadBack {

  private static final int RANGES = 3;

  /** Of one range, unless the image is shorter. */
  private static final int LENGTH = 1 << 20;

  /** Offsets are multiples of it, so that the agent's dd may read in blocks. */
  private static final int BLOCK = 4096;

  /** How far a packed image is unpacked: a fifth of a second for each range. */
  private static final long UNPACKED = 32L << 20;

  private static final int BUFFER = 1 << 16;

  private final RandomGenerator random;

  ReadBack() {
    this(new SecureRandom());
  }

  ReadBack(RandomGenerator random) {
    this.random = random;
  }

  /** Ranges nobody can guess, in their order. */
  List<DiskRange> ranges(CheckedImage image) {
    long bytes =
        image.packing() == Packing.GZIP ? Math.min(image.rawBytes(), UNPACKED) : image.rawBytes();
    List<DiskRange> ranges = new ArrayList<>();
    for (int i = 0; i < RANGES; i++) {
      long last = Math.max(0, bytes - LENGTH) / BLOCK;
      long offset = random.nextLong(last + 1) * BLOCK;
      ranges.add(new DiskRange(offset, Math.min(LENGTH, bytes - offset)));
    }
    ranges.sort(Comparator.comparingLong(DiskRange::offset));
    return ranges;
  }

  /**
   * The SHA-256 of each range, 64 lower-case hexadecimal digits.
   *
   * @throws IOException when the image cannot be read any more
   */
  static List<String> digests(CheckedImage image, List<DiskRange> ranges) throws IOException {
    List<String> digests = new ArrayList<>();
    for (DiskRange range : ranges) {
      try (InputStream raw = from(image, range.offset())) {
        digests.add(digest(raw, range.length()));
      }
    }
    return digests;
  }

  private static InputStream from(CheckedImage image, long offset) throws IOException {
    FileChannel file = FileChannel.open(image.path(), StandardOpenOption.READ);
    try {
      return switch (image.packing()) {
        case RAW -> Channels.newInputStream(file.position(offset));
        case GZIP -> {
          InputStream raw =
              new GZIPInputStream(
                  new BufferedInputStream(Channels.newInputStream(file), BUFFER), BUFFER);
          raw.skipNBytes(offset);
          yield raw;
        }
      };
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static String digest(InputStream raw, long length) throws IOException {
    MessageDigest digest = OneTimeSecret.sha256();
    byte[] buffer = new byte[BUFFER];
    long left = length;
    while (left > 0) {
      int n = raw.readNBytes(buffer, 0, (int) Math.min(BUFFER, left));
      if (n == 0) {
        throw new IOException("the image ends " + left + " bytes early");
      }
      digest.update(buffer, 0, n);
      left -= n;
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
