package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance to be spawned without a scheduler, or as what a machine is adopted.
 *
 * @param name also the machine's own name, as far as it can be one; made from the uuid when left
 *     out
 * @param networks the first one becomes the port's untagged VLAN
 * @param userData base64, as Nova sends it
 * @param publicKeys OpenSSH public keys by name
 * @param node uuid of the wanted node; the pool chooses when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstanceBody(
    @JsonProperty("instance_uuid") @Nullable String instanceUuid,
    @Nullable String name,
    @Nullable Image image,
    @Nullable Size flavor,
    @Nullable List<Network> networks,
    @JsonProperty("user_data") @Nullable String userData,
    @JsonProperty("public_keys") @Nullable Map<String, String> publicKeys,
    @Nullable Map<String, String> metadata,
    @Nullable String node) {

  /** Of which nothing is said. */
  public static final InstanceBody NOTHING =
      new InstanceBody(null, null, null, null, null, null, null, null, null);

  /**
   * What goes on the disk: an address, or an id below the image root.
   *
   * @param location {@code http:}, {@code https:} or {@code file:}
   * @param format the declared disk format, for example {@code raw}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Image(
      @Nullable String location,
      @Nullable String id,
      @Nullable String sha256,
      @Nullable String sha512,
      @Nullable String format) {

    /** As it is named on a command line: an address, else an id. */
    public static Image named(String reference) {
      boolean address = reference.contains("://") || reference.startsWith("file:");
      return new Image(address ? reference : null, address ? null : reference, null, null, null);
    }
  }

  /**
   * How large the node must be at least, and what else it must be; what is left out is not asked
   * for.
   *
   * @param extraSpecs {@code resources:CUSTOM_X=1}, {@code trait:X=required} and {@code
   *     trait:X=forbidden}; all others are passed over
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Size(
      @JsonProperty("memory_mb") @Nullable Integer memoryMb,
      @Nullable Integer vcpus,
      @JsonProperty("root_gb") @Nullable Integer rootGb,
      @JsonProperty("extra_specs") @Nullable Map<String, String> extraSpecs) {

    /** Nothing is asked for. */
    public static final Size ANY = new Size(null, null, null, null);
  }

  /**
   * A network.
   *
   * @param vlan 1 to 4094
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Network(@Nullable String id, @Nullable Integer vlan) {}
}
