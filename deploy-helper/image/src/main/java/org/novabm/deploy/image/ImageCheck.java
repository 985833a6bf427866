package org.novabm.deploy.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
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
  private final Fetch fetch;
  private final Function<Fetch, SizeLimit> room;

  ImageCheck(String name, Fetch fetch, Function<Fetch, SizeLimit> room) {
    this.name = name;
    this.wanted = fetch.image();
    this.fetch = fetch;
    this.room = room;
  }

  /**
   * Checks everything.
   *
   * @param file where the stored bytes are
   * @throws BackendException.Refused when the image cannot be put on a disk
   */
  CheckedImage check(StoredCopy stored, Path file) throws IOException {
    if (stored.format() != DiskFormat.GZIP) {
      requireRight(stored);
      requireBytes(stored, "is empty");
      requireRaw(stored.format(), "");
      return new CheckedImage(Packing.RAW, stored.bytes(), stored.bytes(), stored.sha256(), file);
    }
    StoredCopy content = unpacked(file);
    // an operator may have packed what an image service keeps, and measured, unpacked
    if (fault(content) != null) {
      requireRight(stored);
    }
    requireBytes(content, "unpacks to nothing");
    requireRaw(content.format(), " packed in gzip");
    return new CheckedImage(Packing.GZIP, stored.bytes(), content.bytes(), content.sha256(), file);
  }

  private void requireBytes(StoredCopy copy, String otherwise) {
    if (copy.bytes() == 0) {
      throw refused(otherwise);
    }
  }

  private void requireRight(StoredCopy copy) {
    @Nullable String fault = fault(copy);
    if (fault != null) {
      throw refused(fault);
    }
  }

  /** What the message says otherwise of these bytes; null when all is right. */
  private @Nullable String fault(StoredCopy copy) {
    @Nullable DigestKind wrong = wrong(copy);
    if (wrong != null) {
      return "has the wrong content: expected %s %s, its bytes have %s"
          .formatted(wrong.algorithm(), wrong.named(wanted), copy.digests().get(wrong));
    }
    @Nullable Long size = wanted.size();
    return size == null || size == copy.bytes()
        ? null
        : "has the wrong size: expected %d bytes, there are %d; was it cut off, or replaced?"
            .formatted(size, copy.bytes());
  }

  /** The first of the named digests that the bytes do not have; null when they have all. */
  private @Nullable DigestKind wrong(StoredCopy copy) {
    for (DigestKind kind : DigestKind.values()) {
      String expected = kind.named(wanted);
      if (expected != null && !expected.equals(copy.digests().get(kind))) {
        return kind;
      }
    }
    return null;
  }

  private StoredCopy unpacked(Path file) throws IOException {
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        InputStream content = new GZIPInputStream(packed, BUFFER)) {
      return StoredCopy.toNowhere(content, fetch, room.apply(fetch));
    } catch (StoredCopy.TooLarge e) {
      throw new BackendException.Refused(
          name, "unpacks to more than " + Size.text(e.most()) + ", and " + room.apply(fetch), e);
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
