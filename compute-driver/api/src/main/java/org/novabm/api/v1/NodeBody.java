package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.api.KnownBackends;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.Capacity;
import org.novabm.node.Node;
import org.novabm.node.NodeDetails;
import org.novabm.node.NodeInterface;
import org.novabm.node.SwitchPort;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;
import org.novabm.spi.network.PortName;
import org.novabm.spi.power.Firmware;
import tools.jackson.databind.JsonNode;

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
record NodeBody(
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
    @Schema(type = "object") @JsonProperty("root_device")
        @Nullable Map<String, JsonNode> rootDevice,
    @Nullable Boolean retired,
    @JsonProperty("retired_reason") @Nullable String retiredReason,
    @JsonProperty("protected") @Nullable Boolean isProtected,
    @JsonProperty("protected_reason") @Nullable String protectedReason,
    @JsonProperty("deploy_interface") @Nullable String deployInterface,
    @JsonProperty("boot_interface") @Nullable String bootInterface) {

  private static final int MOST_CARDS = 32;

  Node toNode(String standardHost, KnownBackends.Names managers) {
    PowerBody bmc = Field.required("power", power);
    return new Node(
        0,
        uuid == null ? UUID.randomUUID() : Field.uuid("uuid", uuid),
        Field.textOr("service_host", serviceHost, 255, standardHost),
        Field.textOr("address", address, 255, ""),
        new Capacity(
            Field.whole("cpus", cpus, 1, 65_536),
            Field.whole("memory_mb", memoryMb, 1, Integer.MAX_VALUE),
            Field.whole("local_gb", localGb, 1, Integer.MAX_VALUE)),
        bmc.endpoint(),
        bmc.managerAmong(managers),
        0,
        firmware == null ? Firmware.BIOS : firmware(firmware),
        port(),
        cards(),
        null,
        state(),
        null,
        null,
        0,
        details().over(NodeDetails.NONE));
  }

  private DetailsBody details() {
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

  /** Of the BMC. */
  Secret password() {
    return power == null ? Secret.EMPTY : power.passwordOrNone();
  }

  private ProvisionState state() {
    return provisionState == null
        ? ProvisionState.AVAILABLE
        : ProvisionState.valueOf(
            Field.word("provision_state", provisionState, List.of("available", "enroll"))
                .toUpperCase(Locale.ROOT));
  }

  static Firmware firmware(String word) {
    return Firmware.valueOf(
        Field.word("firmware", word, List.of("bios", "uefi")).toUpperCase(Locale.ROOT));
  }

  private @Nullable SwitchPort port() {
    if (switchId == null && switchPort == null) {
      return null;
    }
    return new SwitchPort(
        Field.required("switch_id", switchId),
        Field.parsed("switch_port", switchPort, PortName::new));
  }

  private List<NodeInterface> cards() {
    List<String> names = new ArrayList<>(Field.listOr("macs", macs, MOST_CARDS));
    if (mac != null) {
      names.addFirst(mac);
    }
    List<MacAddress> addresses =
        names.stream()
            .map(name -> Field.parsed(mac == null ? "macs" : "mac", name, MacAddress::ofCard))
            .toList();
    if (addresses.isEmpty()) {
      throw Fault.field("mac", "is missing; give mac, or macs with the one that boots first");
    }
    if (addresses.stream().distinct().count() < addresses.size()) {
      throw Fault.field("macs", "must not hold an address twice");
    }
    return addresses.stream().map(NodeInterface::of).toList();
  }
}
