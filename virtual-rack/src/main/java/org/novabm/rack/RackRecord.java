package org.novabm.rack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.machine.Accelerator;
import org.novabm.rack.process.RackException;
import org.novabm.spi.power.Firmware;

/**
 * What a rack is: the content of {@code rack.json}.
 *
 * @param network how its machines are connected
 * @param namespace the network namespace's name, null on user networks
 * @param deployUrl where machines get their boot scripts
 * @param deployListen the address on which the service must listen for machines
 * @param deployPort the TCP port on which it must
 * @param switchDriver the service's switch driver for this rack, {@code openvswitch}, {@code
 *     junos}, {@code openflow} or {@code fake}
 * @param switchEndpoint the Unix socket of the switch's database, the address of its Junos, or its
 *     datapath id; null on user networks
 * @param provisioningVlan where nodes are deployed
 * @param tenantVlan where instances live
 * @param idleVlan where unused ports are
 * @param accelerator what runs the processors
 * @param nodes the machines, by number
 */
public record RackRecord(
    NetworkKind network,
    @Nullable String namespace,
    String deployUrl,
    String deployListen,
    int deployPort,
    String switchDriver,
    @Nullable String switchEndpoint,
    int provisioningVlan,
    int tenantVlan,
    int idleVlan,
    Accelerator accelerator,
    List<RackNode> nodes) {

  public RackRecord {
    nodes = List.copyOf(nodes);
  }

  /**
   * The node with a number.
   *
   * @throws RackException when the rack has none such
   */
  public RackNode node(int number) {
    return nodes.stream()
        .filter(node -> node.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new RackException(
                    "no node %d: this rack has 1 to %d".formatted(number, nodes.size())));
  }

  /** Whether a rack by this plan would be the same. */
  boolean fits(RackPlan plan) {
    RackNode first = nodes.getFirst();
    List<Firmware> firmware = nodes.stream().map(RackNode::firmware).toList();
    return network == plan.network()
        && (namespace == null || namespace.equals(plan.namespace()))
        && deployUrl.equals(plan.deployUrl())
        && firmware.equals(plan.firmware())
        && first.memoryMb() == plan.memoryMib()
        && first.diskMib() == plan.diskMib()
        && (plan.accelerator() == null || plan.accelerator() == accelerator);
  }
}
