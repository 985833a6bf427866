package org.novabm.messaging.compute;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a message says an image's bytes are.
 *
 * @param sha512 null when it says nothing
 * @param sha256 likewise
 * @param md5 likewise
 */
record Digests(@Nullable String sha512, @Nullable String sha256, @Nullable String md5) {

  static final Digests NONE = new Digests(null, null, null);

  private static final int LONGEST = 200;

  /**
   * Glance's: {@code os_hash_algo} with {@code os_hash_value}, and {@code checksum}, which is an
   * MD5. They stand beside the id or among the properties.
   *
   * @throws UnusableValueException for an algorithm that cannot be checked: an image whose digest
   *     nobody looks at is not the image that was asked for
   */
  static Digests of(Fields image) throws UnusableValueException {
    Fields properties = image.child("properties");
    String md5 = image.text("checksum", LONGEST);
    if (md5 == null) {
      md5 = properties.text("checksum", LONGEST);
    }
    for (Fields place : new Fields[] {image, properties}) {
      String value = place.text("os_hash_value", LONGEST);
      if (value != null) {
        return multihash(place, value, md5);
      }
    }
    return new Digests(null, null, md5);
  }

  private static Digests multihash(Fields place, String value, @Nullable String md5)
      throws UnusableValueException {
    String algorithm = place.text("os_hash_algo", LONGEST);
    return switch (algorithm == null ? "" : algorithm.toLowerCase(Locale.ROOT)) {
      case "sha512" -> new Digests(value, null, md5);
      case "sha256" -> new Digests(null, value, md5);
      case "md5" -> new Digests(null, null, value);
      default ->
          throw new UnusableValueException(
              place.path("os_hash_algo"),
              "'"
                  + algorithm
                  + "' cannot be checked here; sha512 and sha256 can (hashing_algorithm in"
                  + " glance-api.conf, for images that are uploaded from then on)");
    };
  }
}
