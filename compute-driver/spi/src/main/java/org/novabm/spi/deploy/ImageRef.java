package org.novabm.spi.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The user's image, as the message names it. Digests are of the bytes as they are stored (packed,
 * if they are); each one that is named must fit. A deployer may also take digests of the unpacked
 * bytes.
 *
 * @param reference an http or https address, a file: address, or an image id looked up below the
 *     image root; may hold a signature, so show {@link #shown()} only
 * @param sha256 64 hexadecimal digits, or null when the message has none
 * @param format the declared disk format, for example {@code raw}; null when the message has none
 * @param sha512 128 hexadecimal digits, or null when the message has none
 * @param md5 32 hexadecimal digits, or null when the message has none; finds an accident and proves
 *     no origin (RFC 6151)
 * @param size bytes, 1 or more; null when the message does not say
 */
public record ImageRef(
    String reference,
    @Nullable String sha256,
    @Nullable String format,
    @Nullable String sha512,
    @Nullable String md5,
    @Nullable Long size) {

  /**
   * An image.
   *
   * @throws IllegalArgumentException when the reference is blank, a digest has another form, or the
   *     size is none
   */
  public ImageRef {
    if (reference.isBlank()) {
      throw new IllegalArgumentException("an image needs a reference");
    }
    sha256 = digest("SHA-256", sha256, 64);
    sha512 = digest("SHA-512", sha512, 128);
    md5 = digest("MD5", md5, 32);
    if (size != null && size < 1) {
      throw new IllegalArgumentException("no image has " + size + " bytes");
    }
  }

  /** An image of which nobody said how large it is. */
  public ImageRef(
      String reference,
      @Nullable String sha256,
      @Nullable String format,
      @Nullable String sha512,
      @Nullable String md5) {
    this(reference, sha256, format, sha512, md5, null);
  }

  /** An image with no digest but perhaps a SHA-256. */
  public ImageRef(String reference, @Nullable String sha256, @Nullable String format) {
    this(reference, sha256, format, null, null);
  }

  private static @Nullable String digest(String name, @Nullable String text, int digits) {
    if (text == null) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != digits || !lower.matches("[0-9a-f]+")) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a " + name + " digest of " + digits + " hexadecimal digits");
    }
    return lower;
  }

  /** The reference without what may be a secret in it. */
  public String shown() {
    return ImageText.of(reference);
  }

  /** What vouches for the bytes once all named digests were found right; for the timeline. */
  public String proof() {
    List<String> strong = new ArrayList<>();
    if (sha512 != null) {
      strong.add("SHA-512");
    }
    if (sha256 != null) {
      strong.add("SHA-256");
    }
    if (!strong.isEmpty()) {
      return "its " + String.join(" and its ", strong) + " is right";
    }
    return md5 != null
        ? "its MD5 is right, which proves no origin; the message names no SHA-512 or SHA-256"
        : "the message names no digest: the image is taken on trust";
  }

  @Override
  public String toString() {
    return "ImageRef[" + shown() + "]";
  }
}
