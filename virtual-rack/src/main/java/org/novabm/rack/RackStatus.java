package org.novabm.rack;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.machine.BootOrder;
import org.novabm.rack.network.RackNetwork;
import org.novabm.rack.process.Daemon;
import org.novabm.spi.power.Firmware;
import org.novabm.spi.power.PowerState;

/**
 * How a rack is at one moment.
 *
 * @param folder where it keeps its files
 * @param complete whether all of its programs run
 * @param programs the switch, the DHCP servers and the BMCs
 * @param nodes the machines
 */
public record RackStatus(
    String folder, boolean complete, List<ProgramStatus> programs, List<NodeStatus> nodes) {

  /**
   * One program.
   *
   * @param name what it is
   * @param pid its process id, null when it does not run
   */
  public record ProgramStatus(String name, @Nullable Long pid) {}

  /**
   * One machine.
   *
   * @param name {@code node1} and up
   * @param firmware BIOS or UEFI
   * @param mac of its network card
   * @param bmc address and UDP port of its BMC
   * @param power on or off
   * @param pid QEMU's process id, null when off
   * @param boot what the BMC was last told
   * @param port its port on the switch
   * @param vlan that port's VLAN, null where no switch is
   */
  public record NodeStatus(
      String name,
      Firmware firmware,
      String mac,
      String bmc,
      PowerState power,
      @Nullable Long pid,
      BootOrder boot,
      String port,
      @Nullable Integer vlan) {}

  static RackStatus of(Rack rack, RackNetwork network) {
    List<ProgramStatus> programs = rack.daemons().stream().map(RackStatus::program).toList();
    Map<String, Integer> tags = network.tags();
    return new RackStatus(
        rack.folder().path().toString(),
        programs.stream().allMatch(program -> program.pid() != null),
        programs,
        rack.nodes().stream().map(node -> node(rack, node, tags)).toList());
  }

  private static ProgramStatus program(Daemon daemon) {
    return new ProgramStatus(daemon.name(), orNull(daemon.process().pid()));
  }

  private static NodeStatus node(Rack rack, RackNode node, Map<String, Integer> tags) {
    Long pid = orNull(rack.folder().node(node.number()).qemu().pid());
    return new NodeStatus(
        node.name(),
        node.firmware(),
        node.mac(),
        node.bmcAddress() + ":" + node.bmcPort(),
        pid == null ? PowerState.OFF : PowerState.ON,
        pid,
        rack.bootOrder(node.number()),
        node.switchPort(),
        tags.get(node.switchPort()));
  }

  private static @Nullable Long orNull(OptionalLong pid) {
    return pid.isPresent() ? pid.getAsLong() : null;
  }
}
