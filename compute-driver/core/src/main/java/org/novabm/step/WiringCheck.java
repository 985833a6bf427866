package org.novabm.step;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.node.SwitchPort;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.NeighbourTable;

/**
 * Compares the cards that a node's switch port has heard with those on record, as soon as the
 * machine has spoken. A machine that is plugged in elsewhere would be left on the provisioning
 * network, and somebody else's port would be given to the tenant.
 */
final class WiringCheck {

  private final Devices devices;
  private final Duration timeout;

  WiringCheck(Devices devices, Duration timeout) {
    this.devices = devices;
    this.timeout = timeout;
  }

  /** Whether the node's switch tells at all what its ports have heard. */
  boolean canTell(@Nullable Node node) {
    SwitchPort plug = node == null ? null : devices.plug(node);
    return plug != null
        && devices.network(plug.switchId(), manager -> manager instanceof NeighbourTable);
  }

  /** What is wrong; null when nothing is, or the switch cannot say. */
  @Nullable String mismatch(@Nullable Node node) {
    SwitchPort plug = node == null ? null : devices.plug(node);
    if (node == null || plug == null) {
      return null;
    }
    List<MacAddress> heard =
        devices.network(
            plug.switchId(),
            manager ->
                manager instanceof NeighbourTable table
                    ? table.learned(plug.port(), timeout)
                    : List.of());
    if (heard.isEmpty() || heard.stream().anyMatch(node.macs()::contains)) {
      return null;
    }
    return "the machine called, but its port %s has heard %s and not its %s: it is plugged in elsewhere; mend the cable, or the port on record"
        .formatted(plug.port(), heard, node.macs());
  }
}
