package org.novabm.deploy.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.ImageRef;

/**
 * Looks at an image that was just stored: its digest, what it really is, and what goes on the disk.
 */
final class ImageCheck {

  private static final int BUFFER = 1 << 16;

  private final String name;
  private final ImageRef wanted;
  private final long maxBytes;

  ImageCheck(String name, ImageRef wanted, long maxBytes) {
    this.name = name;
    this.wanted = wanted;
    this.maxBytes = maxBytes;
  }

  /**
   * Checks everything.
   *
   * @param file where the stored bytes are
   * @throws BackendException.Refused when the image cannot be put on a disk
   */
  CheckedImage check(StoredCopy stored, Path file) throws IOException {
    requireDigest(stored.sha256());
    if (stored.bytes() == 0) {
      throw refused("is empty");
    }
    DiskFormat format = stored.format();
    if (format != DiskFormat.GZIP) {
      requireRaw(format, "");
      return new CheckedImage(Packing.RAW, stored.bytes(), stored.bytes(), stored.sha256(), file);
    }
    StoredCopy content = unpacked(file);
    if (content.bytes() == 0) {
      throw refused("unpacks to nothing");
    }
    requireRaw(content.format(), " packed in gzip");
    return new CheckedImage(Packing.GZIP, stored.bytes(), content.bytes(), content.sha256(), file);
  }

  private void requireDigest(String actual) {
    @Nullable String expected = wanted.sha256();
    if (expected != null && !expected.equals(actual)) {
      throw refused(
          "has the wrong content: expected SHA-256 " + expected + ", its bytes have " + actual);
    }
  }

  private StoredCopy unpacked(Path file) throws IOException {
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        InputStream content = new GZIPInputStream(packed, BUFFER)) {
      return StoredCopy.toNowhere(content, maxBytes);
    } catch (StoredCopy.TooLarge e) {
      throw new BackendException.Refused(
          name, "unpacks to more than " + Size.text(maxBytes) + " (max_image_mb)", e);
    } catch (ZipException | java.io.EOFException e) {
      throw new BackendException.Refused(name, "is a damaged gzip file: " + e.getMessage(), e);
    }
  }

  private void requireRaw(DiskFormat detected, String packed) {
    @Nullable String declared = wanted.format();
    boolean asDeclared =
        declared == null || declared.toLowerCase(Locale.ROOT).equals(detected.word());
    if (!asDeclared) {
      throw refused("is declared " + declared + ", but its bytes are " + detected.word() + packed);
    }
    if (detected != DiskFormat.RAW) {
      throw refused(
          "is a "
              + detected.word()
              + " image"
              + packed
              + "; only raw images, plain or in gzip, can be written. Convert it first, for example"
              + " with qemu-img convert -O raw");
    }
  }

  private BackendException refused(String text) {
    return new BackendException.Refused(name, text);
  }
}
