package org.novabm.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.node.BmcSecrets;
import org.novabm.node.FlowPort;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.node.SwitchPort;
import org.novabm.node.SwitchStore;
import org.novabm.service.Lease;
import org.novabm.service.LeaseLostException;
import org.novabm.spi.BackendException;
import org.novabm.spi.Secret;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/**
 * The devices behind their managers, one request at a time for each: a BMC or a switch sees its
 * orders in the order in which they were given, whoever gives them in this process.
 */
public final class Devices implements AutoCloseable {

  private final Backends backends;
  private final BmcSecrets secrets;
  private final SwitchStore switches;
  private final PowerLanes bmcs;
  private final Lease lease;
  private final KnownSwitches known;
  private final SwitchLanes lanes;

  /** The devices of a process that shares them with none. */
  public Devices(
      Backends backends,
      BmcSecrets secrets,
      SwitchStore switches,
      DeviceBudget budget,
      InstantSource time) {
    this(backends, secrets, switches, budget, Lease.ALWAYS, time);
  }

  /**
   * The devices of a host.
   *
   * @param lease looked at as soon as it is an operation's turn, before the device is touched; only
   *     the reading of a power state, which changes nothing, does without
   */
  public Devices(
      Backends backends,
      BmcSecrets secrets,
      SwitchStore switches,
      DeviceBudget budget,
      Lease lease,
      InstantSource time) {
    this.backends = backends;
    this.lease = lease;
    this.secrets = secrets;
    this.bmcs = new PowerLanes(backends, secrets, budget, time);
    this.switches = switches;
    this.known = new KnownSwitches(switches, time);
    this.lanes = new SwitchLanes(budget.idle(), time);
  }

  /**
   * Uses the node's power manager.
   *
   * @param within the time that the operation has; it waits no longer than that for those before it
   * @throws BackendException as the manager throws it, or at once when the BMC is left alone
   *     because it failed several times in a row
   * @throws LeaseLostException when this process may not act for its host
   */
  public <T> T power(Node node, Duration within, Function<PowerManager, T> use) {
    return bmcs.with(node, lane -> lane.use(within, leased(use)));
  }

  /**
   * Uses the node's power manager for what no machine's life hangs on: somebody looks, or lets a
   * light shine. It waits for its turn as others do, but its failure does not make the BMC be left
   * alone: one that has a sensor it cannot read still switches its machine. Who has several
   * questions asks them one by one, so that orders get between them.
   *
   * @param within the time that it has; it waits no longer than that for those before it
   * @throws BackendException as the manager throws it, or at once when the BMC is left alone
   *     because it failed several times in a row
   */
  public <T extends @Nullable Object> T aside(
      Node node, Duration within, Function<PowerManager, T> use) {
    return bmcs.with(node, lane -> lane.aside(within, leased(use)));
  }

  /**
   * Uses a power manager of its own, beside the BMC's queue: for what has a session of its own, and
   * whose failures say nothing about the power.
   *
   * @throws BackendException as the manager throws it
   */
  public <T> T apart(Node node, Function<PowerManager, T> use) {
    lease.require();
    try (PowerManager manager = backends.power(node.powerManager(), secrets.open(node.id()))) {
      return use.apply(manager);
    }
  }

  /** Reads the node's power state, together with others who want to know it at the same time. */
  public PowerState powerState(Node node, Duration within) {
    return bmcs.with(node, lane -> lane.state(within));
  }

  /** Whether the node's power manager has a capability; no BMC is asked and no password opened. */
  public boolean can(Node node, Class<?> capability) {
    try (PowerManager manager =
        backends.power(node.powerManager(), node.power().with(Secret.EMPTY))) {
      return capability.isInstance(manager);
    }
  }

  /** When the node's BMC is asked again, should it be left alone; in the past otherwise. */
  public Instant restsUntil(Node node) {
    return bmcs.restsUntil(node);
  }

  /**
   * A node was changed. When that is its BMC, its user there or its power manager, the session with
   * the old one ends, and whoever still holds the node as it was is served by the new one.
   *
   * @param now as stored, with its new version
   */
  public void change(Node before, Node now) {
    bmcs.change(before, now);
  }

  /**
   * A node was changed, and its BMC's password with it: as {@link #change} of another account.
   *
   * @param now as stored, with its new version
   */
  public void changeWithPassword(Node before, Node now) {
    bmcs.renew(before, now);
  }

  /** Forgets devices that nobody needed for long, and gives the sessions of BMCs back. */
  public void closeIdle() {
    bmcs.closeIdle();
    lanes.forgetIdle();
    known.forgetOld();
  }

  /** Ends the sessions of BMCs. */
  @Override
  public void close() {
    bmcs.close();
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
    NetworkSwitch device = device(plug.switchId());
    PortChange change = new PortChange(plug.port(), wanted, purpose);
    return lanes.with(device, lane -> lane.move(() -> network(device), change, within));
  }

  /**
   * Uses the manager of a switch for anything but a move.
   *
   * @throws BackendException.Refused when the switch is not registered any more
   */
  public <T> T network(long switchId, Function<SwitchManager, T> use) {
    NetworkSwitch device = device(switchId);
    return lanes.with(device, lane -> lane.use(() -> network(device), leased(use)));
  }

  private <M, T extends @Nullable Object> Function<M, T> leased(Function<M, T> use) {
    return manager -> {
      lease.require();
      return use.apply(manager);
    };
  }

  /** Opened anew for each batch of moves, which was waited for. */
  private SwitchManager network(NetworkSwitch device) {
    lease.require();
    return backends.network(device);
  }

  private NetworkSwitch device(long switchId) {
    NetworkSwitch device = known.find(switchId);
    if (device == null) {
      throw new BackendException.Refused(
          "switch " + switchId, "is not registered; add it, or move the node to another");
    }
    return device;
  }
}
