package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Base64;
import java.util.List;
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
import org.novabm.spi.deploy.ImageRef;

/**
 * An instance to be spawned without a scheduler.
 *
 * @param name also the machine's own name, as far as it can be one; made from the uuid when left
 *     out
 * @param networks the first one becomes the port's untagged VLAN
 * @param userData base64, as Nova sends it
 * @param publicKeys OpenSSH public keys by name
 * @param node uuid of the wanted node; the pool chooses when left out
 */
record InstanceBody(
    @JsonProperty("instance_uuid") @Nullable String instanceUuid,
    @Nullable String name,
    @Nullable Image image,
    @Nullable Size flavor,
    @Nullable List<Network> networks,
    @JsonProperty("user_data") @Nullable String userData,
    @JsonProperty("public_keys") @Nullable Map<String, String> publicKeys,
    @Nullable Map<String, String> metadata,
    @Nullable String node) {

  private static final int LONGEST_USER_DATA = 65_535;
  private static final int MOST_ENTRIES = 128;
  private static final int MOST_NETWORKS = 16;

  /**
   * What goes on the disk: an address, or an id below the image root.
   *
   * @param location {@code http:}, {@code https:} or {@code file:}
   * @param format the declared disk format, for example {@code raw}
   */
  record Image(
      @Nullable String location,
      @Nullable String id,
      @Nullable String sha256,
      @Nullable String sha512,
      @Nullable String format) {

    ImageRef toRef() {
      if ((location == null) == (id == null)) {
        throw Fault.field("image", "needs a location or an id, and only one");
      }
      String reference = location == null ? ownId(id) : address(location);
      String declared = format == null ? null : Field.text("image.format", format, 32);
      Field.parsed(
          "image.sha512", reference, text -> new ImageRef(text, null, declared, sha512, null));
      return Field.parsed(
          "image.sha256", reference, text -> new ImageRef(text, sha256, declared, sha512, null));
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
  }

  /**
   * How large the node must be at least, and what else it must be; what is left out is not asked
   * for.
   *
   * @param extraSpecs {@code resources:CUSTOM_X=1}, {@code trait:X=required} and {@code
   *     trait:X=forbidden}; all others are passed over
   */
  record Size(
      @JsonProperty("memory_mb") @Nullable Integer memoryMb,
      @Nullable Integer vcpus,
      @JsonProperty("root_gb") @Nullable Integer rootGb,
      @JsonProperty("extra_specs") @Nullable Map<String, String> extraSpecs) {

    /** Nothing is asked for. */
    static final Size ANY = new Size(null, null, null, null);

    Flavor toFlavor() {
      Flavor flavor =
          new Flavor(
              "",
              Field.wholeOr("flavor.memory_mb", memoryMb, 0, Integer.MAX_VALUE, 0),
              Field.wholeOr("flavor.vcpus", vcpus, 0, 65_536, 0),
              Field.wholeOr("flavor.root_gb", rootGb, 0, Integer.MAX_VALUE, 0),
              0,
              entries("flavor.extra_specs", extraSpecs, 255));
      Field.checked("flavor.extra_specs", flavor, Demand::of);
      return flavor;
    }
  }

  record Network(@Nullable String id, @Nullable Integer vlan) {
    RequestedNetwork toNetwork() {
      return new RequestedNetwork(
          Field.textOr("networks.id", id, 255, ""),
          vlan == null ? null : Field.whole("networks.vlan", vlan, 1, 4094));
    }
  }

  /** Of which nothing is said. */
  static final InstanceBody NOTHING =
      new InstanceBody(null, null, null, null, null, null, null, null, null);

  InstanceRequest toRequest() {
    return toRequest(
        Field.uuid("instance_uuid", instanceUuid),
        (flavor == null ? Size.ANY : flavor).toFlavor(),
        Field.required("image", image).toRef(),
        node == null ? null : Field.uuid("node", node));
  }

  /**
   * What runs on the node already. Its uuid is made up when it is left out, its size is the node's,
   * and its image is not known.
   */
  InstanceRequest toAdopted(Node adopted) {
    if (node != null) {
      throw Fault.field("node", "is the one that is adopted; leave it out");
    }
    Capacity has = adopted.capacity();
    return toRequest(
        instanceUuid == null ? UUID.randomUUID() : Field.uuid("instance_uuid", instanceUuid),
        flavor == null
            ? new Flavor("", has.memoryMb(), has.cpus(), has.localGb(), 0)
            : flavor.toFlavor(),
        image == null ? new ImageRef("unknown", null, null) : image.toRef(),
        adopted.uuid());
  }

  private InstanceRequest toRequest(
      UUID instance, Flavor size, ImageRef written, @Nullable UUID where) {
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
        Field.listOr("networks", networks, MOST_NETWORKS).stream().map(Network::toNetwork).toList(),
        userData == null ? null : base64(userData),
        entries("public_keys", publicKeys, 16_384),
        entries("metadata", metadata, 255),
        RequestContext.NONE);
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
