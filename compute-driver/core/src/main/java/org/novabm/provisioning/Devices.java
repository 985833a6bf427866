package org.novabm.provisioning;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.node.FlowPort;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.node.SwitchPort;
import org.novabm.node.SwitchStore;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.PowerManager;

/**
 * The devices behind their managers, one request at a time for each: a BMC or a switch sees its
 * orders in the order in which they were given, whoever gives them in this process.
 */
public final class Devices {

  private final Backends backends;
  private final SwitchStore switches;
  private final Map<String, ReentrantLock> bmcs = new ConcurrentHashMap<>();
  private final Map<NetworkSwitch, SwitchLane> lanes = new ConcurrentHashMap<>();

  public Devices(Backends backends, SwitchStore switches) {
    this.backends = backends;
    this.switches = switches;
  }

  /** Uses the node's power manager. */
  public <T> T power(Node node, Function<PowerManager, T> use) {
    ReentrantLock turn =
        bmcs.computeIfAbsent(node.power().display(), name -> new ReentrantLock(true));
    turn.lock();
    try (PowerManager manager = backends.power(node)) {
      return use.apply(manager);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Where a node is plugged in: its switch port on record or, on old rows, the OpenFlow port of its
   * card; null when it is in neither's.
   *
   * @throws BackendException.Refused when its card names a datapath that is not registered
   */
  public @Nullable SwitchPort plug(Node node) {
    FlowPort old = node.switchPort() == null ? FlowPort.of(node) : null;
    if (old == null) {
      return node.switchPort();
    }
    SwitchPort port = old.onOneOf(switches.list());
    if (port == null) {
      throw new BackendException.Refused(
          node.display(),
          "its card is on datapath %s, which is not registered; add it (nova-baremetal-switchmanager add %s none - openflow), or register the node with a switch port"
              .formatted(old.datapath(), old.datapath()));
    }
    return port;
  }

  /**
   * Moves a port, together with others of the same switch that are to be moved at the same time.
   *
   * @param purpose for the switch's own log
   * @return the port as read back
   * @throws BackendException.Refused when the switch is not registered any more
   */
  public PortState move(SwitchPort plug, PortMode wanted, String purpose, Duration within) {
    return lane(plug.switchId()).move(new PortChange(plug.port(), wanted, purpose), within);
  }

  /**
   * Uses the manager of a switch for anything but a move.
   *
   * @throws BackendException.Refused when the switch is not registered any more
   */
  public <T> T network(long switchId, Function<SwitchManager, T> use) {
    return lane(switchId).use(use);
  }

  private SwitchLane lane(long switchId) {
    NetworkSwitch device = switches.find(switchId);
    if (device == null) {
      throw new BackendException.Refused(
          "switch " + switchId, "is not registered; add it, or move the node to another");
    }
    return lanes.computeIfAbsent(
        device, key -> new SwitchLane(key.endpoint().display(), () -> backends.network(key)));
  }
}
