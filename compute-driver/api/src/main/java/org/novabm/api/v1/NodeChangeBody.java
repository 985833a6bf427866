package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.api.KnownBackends;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.node.Capacity;
import org.novabm.node.Node;
import org.novabm.node.SwitchPort;
import org.novabm.spi.Secret;
import org.novabm.spi.network.PortName;
import tools.jackson.databind.JsonNode;

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
record NodeChangeBody(
    @Nullable Long version,
    @Nullable String address,
    @Nullable Integer cpus,
    @JsonProperty("memory_mb") @Nullable Integer memoryMb,
    @JsonProperty("local_gb") @Nullable Integer localGb,
    @Nullable PowerBody power,
    @JsonProperty("terminal_port") @Nullable Integer terminalPort,
    @Nullable String firmware,
    @Schema(type = "integer", format = "int64", nullable = true) @JsonProperty("switch_id")
        @Nullable JsonNode switchId,
    @JsonProperty("switch_port") @Nullable String switchPort,
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

  private static final int HIGHEST_PORT = 65_535;

  /** The node as it is to be; cards, occupant and state are those it has. */
  Node over(Node now, KnownBackends.Names managers) {
    Capacity has = now.capacity();
    return new Node(
        now.id(),
        now.uuid(),
        now.serviceHost(),
        Field.textOr("address", address, 255, now.address()),
        new Capacity(
            Field.wholeOr("cpus", cpus, 1, 65_536, has.cpus()),
            Field.wholeOr("memory_mb", memoryMb, 1, Integer.MAX_VALUE, has.memoryMb()),
            Field.wholeOr("local_gb", localGb, 1, Integer.MAX_VALUE, has.localGb())),
        power == null ? now.power() : power.over(now.power()),
        power == null ? now.powerManager() : power.managerAmong(managers, now.powerManager()),
        Field.wholeOr("terminal_port", terminalPort, 0, HIGHEST_PORT, now.terminalPort()),
        firmware == null ? now.firmware() : NodeBody.firmware(firmware),
        port(now.switchPort()),
        now.interfaces(),
        now.occupant(),
        now.state(),
        now.taskState(),
        now.updated(),
        now.version(),
        details().over(now.details()));
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

  /** Of the BMC; null when it stays as it is. */
  @Nullable Secret password() {
    return power == null ? null : power.password();
  }

  private @Nullable SwitchPort port(@Nullable SwitchPort now) {
    if (switchId == null && switchPort == null) {
      return now;
    }
    if (switchId != null && switchId.isNull()) {
      if (switchPort != null) {
        throw Fault.field("switch_port", "must be left out when switch_id is null");
      }
      return null;
    }
    return new SwitchPort(
        switchNumber(now), Field.parsed("switch_port", switchPort, PortName::new));
  }

  private long switchNumber(@Nullable SwitchPort now) {
    if (switchId == null) {
      return Field.required("switch_id", now).switchId();
    }
    if (!switchId.isIntegralNumber() || !switchId.canConvertToLong()) {
      throw Fault.field("switch_id", "must be a whole number, or null for none");
    }
    return switchId.longValue();
  }
}
