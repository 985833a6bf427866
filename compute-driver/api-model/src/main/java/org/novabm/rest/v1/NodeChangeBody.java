package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed of a node. What is left out stays as it is; so does what is null, but for
 * {@code switch_id}.
 *
 * @param version the one that the caller has read; left out, the change is made to what is there
 * @param memoryMb in MiB
 * @param localGb in GiB
 * @param terminalPort 0 for none
 * @param firmware {@code bios} or {@code uefi}
 * @param switchId null for a node whose port nobody moves; left out for another port of the switch
 *     it is at
 * @param switchPort needed together with {@code switch_id}
 * @param resourceClass 1 to 80 characters; empty for none
 * @param traits such as {@code CUSTOM_RAID}; all of them
 * @param properties texts by name, for people; all of them
 * @param rootDevice Ironic's root device hints by name; all of them
 * @param retired chosen for no instance, and not provided
 * @param isProtected its instance is not destroyed or rebuilt
 * @param deployInterface which deployer puts images on it; empty for the one of nova.conf
 * @param bootInterface how its ramdisk is booted; empty for the deployer's usual way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NodeChangeBody(
    @Nullable Long version,
    @Nullable String address,
    @Nullable Integer cpus,
    @JsonProperty("memory_mb") @Nullable Integer memoryMb,
    @JsonProperty("local_gb") @Nullable Integer localGb,
    @Nullable PowerBody power,
    @JsonProperty("terminal_port") @Nullable Integer terminalPort,
    @Nullable String firmware,
    @JsonProperty("switch_id") @Nullable SwitchId switchId,
    @JsonProperty("switch_port") @Nullable String switchPort,
    @JsonProperty("resource_class") @Nullable String resourceClass,
    @Nullable List<String> traits,
    @Nullable Map<String, String> properties,
    @JsonProperty("root_device") @Nullable Map<String, @Nullable Object> rootDevice,
    @Nullable Boolean retired,
    @JsonProperty("retired_reason") @Nullable String retiredReason,
    @JsonProperty("protected") @Nullable Boolean isProtected,
    @JsonProperty("protected_reason") @Nullable String protectedReason,
    @JsonProperty("deploy_interface") @Nullable String deployInterface,
    @JsonProperty("boot_interface") @Nullable String bootInterface) {

  /** Nothing is to be changed. */
  public static final NodeChangeBody NOTHING =
      new NodeChangeBody(
          null, null, null, null, null, null, null, null, null, null, DetailsBody.NOTHING);

  /** With what is said of it in one piece. */
  public NodeChangeBody(
      @Nullable Long version,
      @Nullable String address,
      @Nullable Integer cpus,
      @Nullable Integer memoryMb,
      @Nullable Integer localGb,
      @Nullable PowerBody power,
      @Nullable Integer terminalPort,
      @Nullable String firmware,
      @Nullable SwitchId switchId,
      @Nullable String switchPort,
      DetailsBody said) {
    this(
        version,
        address,
        cpus,
        memoryMb,
        localGb,
        power,
        terminalPort,
        firmware,
        switchId,
        switchPort,
        said.resourceClass(),
        said.traits(),
        said.properties(),
        said.rootDevice(),
        said.retired(),
        said.retiredReason(),
        said.isProtected(),
        said.protectedReason(),
        said.deployInterface(),
        said.bootInterface());
  }

  /** What is said of it, in one piece. */
  public DetailsBody details() {
    return new DetailsBody(
        resourceClass,
        traits,
        properties,
        rootDevice,
        retired,
        retiredReason,
        isProtected,
        protectedReason,
        deployInterface,
        bootInterface);
  }
}
