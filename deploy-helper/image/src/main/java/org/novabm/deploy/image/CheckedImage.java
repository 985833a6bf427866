package org.novabm.deploy.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.novabm.spi.BackendException;

/**
 * An image that lies ready and was checked to its last byte.
 *
 * @param packing how the file is packed
 * @param storedBytes length of the file
 * @param rawBytes length of what goes on the disk
 * @param rawSha256 digest of what goes on the disk, 64 lower-case hexadecimal digits
 * @param path the file; it does not change as long as it is there
 */
public record CheckedImage(
    Packing packing, long storedBytes, long rawBytes, String rawSha256, Path path) {

  /** One line that {@link #parse} reads; this is what orders keep. */
  public String encoded() {
    return String.join(
        " ",
        packing.name(),
        Long.toString(storedBytes),
        Long.toString(rawBytes),
        rawSha256,
        path.toString());
  }

  /**
   * Reads what {@link #encoded()} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static CheckedImage parse(String line) {
    String[] parts = line.split(" ", 5);
    if (parts.length != 5) {
      throw new IllegalArgumentException("'" + line + "' does not describe a checked image");
    }
    return new CheckedImage(
        Packing.valueOf(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        parts[3],
        Path.of(parts[4]));
  }

  /**
   * What its beginning says against its starting a machine; empty for nothing. For the timeline:
   * the sender may know better.
   *
   * @throws BackendException.Unreachable when the file is gone meanwhile
   */
  public String doubt() {
    try (InputStream file = Files.newInputStream(path);
        InputStream content = packing == Packing.GZIP ? new GZIPInputStream(file) : file) {
      return BootSigns.doubt(content.readNBytes(BootSigns.HEAD_BYTES));
    } catch (IOException e) {
      throw new BackendException.Unreachable(
          "image " + path, "is no longer in the cache, or cannot be read: " + e, e);
    }
  }

  /** Bytes a disk needs for this image and, if there is one, the config drive behind it. */
  public long bytesOnDisk(boolean withConfigDrive) {
    return rawBytes + (withConfigDrive ? ConfigDriveIso.BYTES_ON_DISK : 0);
  }

  /**
   * Checks that a disk is large enough.
   *
   * @param name of the image, for the message
   * @throws BackendException.Refused naming both sizes
   */
  public void requireFits(String name, long diskBytes, boolean withConfigDrive) {
    if (bytesOnDisk(withConfigDrive) > diskBytes) {
      throw new BackendException.Refused(
          name,
          "needs "
              + Size.text(bytesOnDisk(withConfigDrive))
              + (withConfigDrive ? " with its config drive" : "")
              + ", and the disk has "
              + Size.text(diskBytes)
              + "; choose a smaller image or a larger node");
    }
  }
}
