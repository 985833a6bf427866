package org.novabm.provisioning;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.node.SwitchStore;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.PowerManager;

/**
 * The devices behind their managers, one request at a time for each: a BMC or a switch sees its
 * orders in the order in which they were given, whoever gives them in this process.
 */
public final class Devices {

  private final Backends backends;
  private final SwitchStore switches;
  private final Map<String, ReentrantLock> lanes = new ConcurrentHashMap<>();

  public Devices(Backends backends, SwitchStore switches) {
    this.backends = backends;
    this.switches = switches;
  }

  /** Uses the node's power manager. */
  public <T> T power(Node node, Function<PowerManager, T> use) {
    return inLane(
        "power " + node.power().display(),
        () -> {
          try (PowerManager manager = backends.power(node)) {
            return use.apply(manager);
          }
        });
  }

  /**
   * Uses the manager of a switch.
   *
   * @throws BackendException.Refused when the switch is not registered any more
   */
  public <T> T network(long switchId, Function<SwitchManager, T> use) {
    NetworkSwitch device = switches.find(switchId);
    if (device == null) {
      throw new BackendException.Refused(
          "switch " + switchId, "is not registered; add it, or move the node to another");
    }
    return inLane(
        "switch " + device.endpoint().display(),
        () -> {
          try (SwitchManager manager = backends.network(device)) {
            return use.apply(manager);
          }
        });
  }

  private <T> T inLane(String device, java.util.function.Supplier<T> work) {
    ReentrantLock lane = lanes.computeIfAbsent(device, name -> new ReentrantLock(true));
    lane.lock();
    try {
      return work.get();
    } finally {
      lane.unlock();
    }
  }
}
