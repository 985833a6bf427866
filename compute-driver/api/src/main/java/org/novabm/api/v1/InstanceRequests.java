package org.novabm.api.v1;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.instance.Flavor;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.instance.RequestedNetwork;
import org.novabm.node.Capacity;
import org.novabm.node.Demand;
import org.novabm.node.Node;
import org.novabm.rest.v1.InstanceBody;
import org.novabm.rest.v1.InstanceBody.Image;
import org.novabm.rest.v1.InstanceBody.Network;
import org.novabm.rest.v1.InstanceBody.Size;
import org.novabm.spi.deploy.ImageRef;

/** Reads instances that are to be spawned, or as what a machine is adopted. */
final class InstanceRequests {

  private static final int LONGEST_USER_DATA = 65_535;
  private static final int MOST_ENTRIES = 128;
  private static final int MOST_NETWORKS = 16;

  private InstanceRequests() {}

  static InstanceRequest spawned(InstanceBody body) {
    Size size = body.flavor();
    return request(
        body,
        Field.uuid("instance_uuid", body.instanceUuid()),
        flavor(size == null ? Size.ANY : size),
        image(Field.required("image", body.image())),
        body.node() == null ? null : Field.uuid("node", body.node()));
  }

  /**
   * What runs on the node already. Its uuid is made up when it is left out, its size is the node's,
   * and its image is not known.
   */
  static InstanceRequest adopted(InstanceBody body, Node node) {
    if (body.node() != null) {
      throw Fault.field("node", "is the one that is adopted; leave it out");
    }
    Capacity has = node.capacity();
    String uuid = body.instanceUuid();
    Size size = body.flavor();
    Image image = body.image();
    return request(
        body,
        uuid == null ? UUID.randomUUID() : Field.uuid("instance_uuid", uuid),
        size == null ? new Flavor("", has.memoryMb(), has.cpus(), has.localGb(), 0) : flavor(size),
        image == null ? new ImageRef("unknown", null, null) : image(image),
        node.uuid());
  }

  private static InstanceRequest request(
      InstanceBody body, UUID instance, Flavor size, ImageRef written, @Nullable UUID where) {
    String name = body.name();
    String userData = body.userData();
    String called =
        name == null
            ? "instance-" + instance.toString().substring(0, 8)
            : Field.text("name", name, 255);
    return new InstanceRequest(
        instance,
        called,
        hostname(called, instance),
        size,
        written,
        where,
        Field.listOr("networks", body.networks(), MOST_NETWORKS).stream()
            .map(InstanceRequests::network)
            .toList(),
        userData == null ? null : base64(userData),
        entries("public_keys", body.publicKeys(), 16_384),
        entries("metadata", body.metadata(), 255),
        RequestContext.NONE);
  }

  private static ImageRef image(Image body) {
    if ((body.location() == null) == (body.id() == null)) {
      throw Fault.field("image", "needs a location or an id, and only one");
    }
    String reference = body.location() == null ? ownId(body.id()) : address(body.location());
    String format = body.format() == null ? null : Field.text("image.format", body.format(), 32);
    Field.parsed(
        "image.sha512", reference, text -> new ImageRef(text, null, format, body.sha512(), null));
    return Field.parsed(
        "image.sha256",
        reference,
        text -> new ImageRef(text, body.sha256(), format, body.sha512(), null));
  }

  private static String address(String text) {
    if (!text.matches("(https?://|file:/)\\S+")) {
      throw Fault.field("image.location", "must begin with http://, https:// or file:/");
    }
    return Field.text("image.location", text, 2048);
  }

  private static String ownId(@Nullable String text) {
    if (!Field.text("image.id", text, 255).matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw Fault.field("image.id", "must have letters, digits and . _ - only");
    }
    return Field.required("image.id", text);
  }

  private static Flavor flavor(Size body) {
    Flavor flavor =
        new Flavor(
            "",
            Field.wholeOr("flavor.memory_mb", body.memoryMb(), 0, Integer.MAX_VALUE, 0),
            Field.wholeOr("flavor.vcpus", body.vcpus(), 0, 65_536, 0),
            Field.wholeOr("flavor.root_gb", body.rootGb(), 0, Integer.MAX_VALUE, 0),
            0,
            entries("flavor.extra_specs", body.extraSpecs(), 255));
    Field.checked("flavor.extra_specs", flavor, Demand::of);
    return flavor;
  }

  private static RequestedNetwork network(Network body) {
    return new RequestedNetwork(
        Field.textOr("networks.id", body.id(), 255, ""),
        body.vlan() == null ? null : Field.whole("networks.vlan", body.vlan(), 1, 4094));
  }

  /** RFC 1123: letters, digits and hyphens, 63 at most, no hyphen at either end. */
  private static String hostname(String name, UUID instance) {
    String cleaned =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-").replaceAll("^-+", "");
    String cut = cleaned.substring(0, Math.min(63, cleaned.length())).replaceAll("-+$", "");
    return cut.isEmpty() ? "instance-" + instance.toString().substring(0, 8) : cut;
  }

  private static String base64(String text) {
    if (text.length() > LONGEST_USER_DATA) {
      throw Fault.field("user_data", "must have at most " + LONGEST_USER_DATA + " characters");
    }
    try {
      Base64.getMimeDecoder().decode(text);
      return text;
    } catch (IllegalArgumentException _) {
      throw Fault.field("user_data", "must be base64");
    }
  }

  private static Map<String, String> entries(
      String field, @Nullable Map<String, String> map, int longest) {
    if (map == null) {
      return Map.of();
    }
    if (map.size() > MOST_ENTRIES) {
      throw Fault.field(field, "must have at most " + MOST_ENTRIES + " entries");
    }
    map.forEach(
        (key, value) -> {
          Field.text(field, key, 255);
          Field.textOr(field + "." + key, Field.required(field + "." + key, value), longest, "");
        });
    return map;
  }
}
