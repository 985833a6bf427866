package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node to be registered.
 *
 * @param address the machine's own address, for people
 * @param mac of its only network card; or {@code macs}, the one that boots first
 * @param memoryMb in MiB
 * @param localGb in GiB
 * @param firmware {@code bios} or {@code uefi}; {@code bios} when left out
 * @param switchPort needed together with {@code switch_id}
 * @param provisionState {@code available}, which it is when left out, or {@code enroll}: offered to
 *     nobody before its BMC was tried
 * @param serviceHost which nova-compute it belongs to; the answering one when left out
 * @param resourceClass 1 to 80 characters; none when left out
 * @param traits such as {@code CUSTOM_RAID}; none when left out
 * @param properties texts by name, for people; none when left out
 * @param rootDevice Ironic's root device hints by name; none when left out
 * @param retired chosen for no instance, and not provided
 * @param isProtected its instance is not destroyed or rebuilt
 * @param deployInterface which deployer puts images on it; the one of nova.conf when left out
 * @param bootInterface how its ramdisk is booted; the deployer's usual way when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NodeBody(
    @Nullable String address,
    @Nullable String mac,
    @Nullable List<String> macs,
    @Nullable Integer cpus,
    @JsonProperty("memory_mb") @Nullable Integer memoryMb,
    @JsonProperty("local_gb") @Nullable Integer localGb,
    @Nullable PowerBody power,
    @Nullable String firmware,
    @JsonProperty("switch_id") @Nullable Long switchId,
    @JsonProperty("switch_port") @Nullable String switchPort,
    @JsonProperty("provision_state") @Nullable String provisionState,
    @JsonProperty("service_host") @Nullable String serviceHost,
    @Nullable String uuid,
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

  /** With what is said of it in one piece. */
  public NodeBody(
      @Nullable String address,
      List<String> macs,
      Integer cpus,
      Integer memoryMb,
      Integer localGb,
      PowerBody power,
      String firmware,
      @Nullable Long switchId,
      @Nullable String switchPort,
      @Nullable String provisionState,
      @Nullable String uuid,
      DetailsBody said) {
    this(
        address,
        null,
        macs,
        cpus,
        memoryMb,
        localGb,
        power,
        firmware,
        switchId,
        switchPort,
        provisionState,
        null,
        uuid,
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
