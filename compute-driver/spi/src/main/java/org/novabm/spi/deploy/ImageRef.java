package org.novabm.spi.deploy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The user's image, as the message names it.
 *
 * @param reference an http or https address, a file: address, or an image id looked up below the
 *     image root
 * @param sha256 64 hexadecimal digits over the bytes as they are stored (packed, if they are), or
 *     null when the message has none
 * @param format the declared disk format, for example {@code raw}; null when the message has none
 */
public record ImageRef(String reference, @Nullable String sha256, @Nullable String format) {

  public ImageRef {
    if (reference.isBlank()) {
      throw new IllegalArgumentException("an image needs a reference");
    }
    if (sha256 != null) {
      sha256 = sha256.toLowerCase(Locale.ROOT);
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException(
            "'" + sha256 + "' is not a SHA-256 digest of 64 hexadecimal digits");
      }
    }
  }
}
