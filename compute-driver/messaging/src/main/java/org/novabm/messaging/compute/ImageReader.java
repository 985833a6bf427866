package org.novabm.messaging.compute;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.deploy.ImageRef;
import tools.jackson.databind.JsonNode;

/**
 * Which image: glance's dictionary or an {@code image_ref} with Nova, a name or a small map in the
 * short form.
 */
final class ImageReader {

  private static final int LONGEST = 2048;

  private ImageReader() {}

  /** Of a Nova request. */
  static ImageRef read(Fields args, Fields instance) throws UnusableValueException {
    Fields image = args.child("image");
    if (!image.has("id")) {
      image = args.child("request_spec").child("image");
    }
    String id = image.text("id", LONGEST);
    if (id == null || id.isEmpty()) {
      id = lastPart(instance.text("image_ref", LONGEST));
    }
    if (id.isEmpty()) {
      throw new UnusableValueException(
          "image", "is missing; an instance that boots from a volume cannot run here");
    }
    return ref(id, sha256(image), image.text("disk_format", 64), "image");
  }

  /** Of the short form. */
  static ImageRef readShort(Fields args) throws UnusableValueException {
    JsonNode value = args.get("image");
    if (value == null) {
      throw new UnusableValueException("image", "is missing");
    }
    if (value.isString()) {
      String reference = args.text("image", LONGEST);
      return ref(reference == null ? "" : reference, null, null, "image");
    }
    Fields image = Fields.of(value, "image");
    image.only(Set.of("id", "location", "sha256", "format"));
    String location = image.text("location", LONGEST);
    String id = image.text("id", LONGEST);
    if ((location == null) == (id == null)) {
      throw new UnusableValueException("image", "is to have either 'location' or 'id'");
    }
    String reference = location != null ? location : id;
    return ref(
        reference == null ? "" : reference,
        image.text("sha256", 64),
        image.text("format", 64),
        "image");
  }

  private static ImageRef ref(
      String reference, @Nullable String sha256, @Nullable String format, String path)
      throws UnusableValueException {
    try {
      return new ImageRef(reference, sha256, format);
    } catch (IllegalArgumentException e) {
      throw new UnusableValueException(path, String.valueOf(e.getMessage()));
    }
  }

  /** Glance mostly has SHA-512; only a SHA-256 is of use to the deploy agent. */
  private static @Nullable String sha256(Fields image) throws UnusableValueException {
    for (Fields place : new Fields[] {image, image.child("properties")}) {
      if ("sha256".equals(place.text("os_hash_algo", 64))) {
        return place.text("os_hash_value", 200);
      }
    }
    return null;
  }

  /** Folsom and before may send the image's address in glance. */
  private static String lastPart(@Nullable String ref) {
    return ref == null ? "" : ref.substring(ref.lastIndexOf('/') + 1);
  }
}
