package org.novabm.messaging.compute;

import java.util.Map;
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
    return ref(id, Digests.of(image), image.text("disk_format", 64), size(image), "image");
  }

  /**
   * Of a rebuild: the id alone tells which. Digest and format are the scheduler's where it speaks
   * of the same image, else the format is the one among the instance's metadata.
   */
  static ImageRef ofRebuild(Fields args, Fields instance) throws UnusableValueException {
    String id = lastPart(args.text("image_ref", LONGEST));
    if (id.isEmpty()) {
      throw new UnusableValueException(
          "image_ref", "is missing; an instance that boots from a volume cannot run here");
    }
    Fields image = args.child("request_spec").child("image");
    if (id.equals(image.text("id", LONGEST))) {
      return ref(id, Digests.of(image), image.text("disk_format", 64), size(image), "image_ref");
    }
    Map<String, String> rows =
        Pairs.of(instance.get("system_metadata"), instance.path("system_metadata"));
    return ref(id, Digests.NONE, rows.get("image_disk_format"), null, "image_ref");
  }

  /** Of the short form. */
  static ImageRef readShort(Fields args) throws UnusableValueException {
    JsonNode value = args.get("image");
    if (value == null) {
      throw new UnusableValueException("image", "is missing");
    }
    if (value.isString()) {
      String reference = args.text("image", LONGEST);
      return ref(reference == null ? "" : reference, Digests.NONE, null, null, "image");
    }
    Fields image = Fields.of(value, "image");
    image.only(Set.of("id", "location", "sha256", "sha512", "format", "size"));
    String location = image.text("location", LONGEST);
    String id = image.text("id", LONGEST);
    if ((location == null) == (id == null)) {
      throw new UnusableValueException("image", "must have either 'location' or 'id'");
    }
    String reference = location != null ? location : id;
    return ref(
        reference == null ? "" : reference,
        new Digests(image.text("sha512", 128), image.text("sha256", 64), null),
        image.text("format", 64),
        size(image),
        "image");
  }

  /** Null when it is not said; image services that do not know it yet say 0. */
  private static @Nullable Long size(Fields image) throws UnusableValueException {
    Long size = image.bytes("size");
    return size == null || size == 0 ? null : size;
  }

  private static ImageRef ref(
      String reference, Digests digests, @Nullable String format, @Nullable Long size, String path)
      throws UnusableValueException {
    try {
      return new ImageRef(
          reference, digests.sha256(), format, digests.sha512(), digests.md5(), size);
    } catch (IllegalArgumentException e) {
      throw new UnusableValueException(path, String.valueOf(e.getMessage()));
    }
  }

  /** Folsom and before may send the image's address in glance. */
  private static String lastPart(@Nullable String ref) {
    return ref == null ? "" : ref.substring(ref.lastIndexOf('/') + 1);
  }
}
