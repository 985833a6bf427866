package org.novabm.netswitch.openvswitch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.novabm.netswitch.openvswitch.ovsdb.AnswerBounds;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.Aggregate;
import org.novabm.spi.network.BatchChanges;
import org.novabm.spi.network.ChangeOutcome;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.LinkAggregation;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

/** Reads ports, changes those that are not as wanted, and reads them again. */
class OpenVswitchManager implements SwitchManager, BatchChanges, LinkAggregation {

  /** Somebody else may write to a port between our reading and our writing, but not for ever. */
  private static final int TRIES = 5;

  private final Endpoint endpoint;
  private final SwitchDatabase database;
  private final VlanId idleVlan;

  OpenVswitchManager(Endpoint endpoint, VlanId idleVlan, AnswerBounds bounds) {
    this.endpoint = endpoint;
    this.database = new SwitchDatabase(endpoint, bounds);
    this.idleVlan = idleVlan;
  }

  @Override
  public PortState read(PortName port, Duration within) {
    return state(find(snapshot(within), port));
  }

  @Override
  public List<PortState> list(Duration within) {
    return snapshot(within).ports().stream()
        .filter(port -> !port.isLocal() && port.vlans().mode(idleVlan) != null)
        .map(this::state)
        .toList();
  }

  @Override
  public PortState attach(PortName port, Segment segment, Duration within) {
    return make(new PortChange(port, segment, ""), within);
  }

  @Override
  public PortState detach(PortName port, Duration within) {
    return make(new PortChange(port, new Idle(), ""), within);
  }

  @Override
  public Map<PortName, ChangeOutcome> apply(List<PortChange> changes, Duration within) {
    Deadline deadline = Deadline.in(within);
    Map<PortName, ChangeOutcome> outcomes = new LinkedHashMap<>();
    Map<PortName, PortVlans> wanted = new TreeMap<>();
    for (PortChange change : changes) {
      try {
        wanted.put(change.port(), vlans(change.wanted()));
      } catch (BackendException e) {
        outcomes.put(change.port(), new ChangeOutcome.NotMade(e));
      }
    }
    bring(wanted, outcomes, deadline);
    Snapshot now = database.read(deadline);
    wanted.forEach((port, vlans) -> outcomes.put(port, verified(now, port, vlans)));
    return outcomes;
  }

  /** Writes all that is not as wanted; ports that cannot be moved leave {@code wanted}. */
  private void bring(
      Map<PortName, PortVlans> wanted, Map<PortName, ChangeOutcome> outcomes, Deadline deadline) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Snapshot before = database.read(deadline);
      Transaction transaction = new Transaction();
      int writes = 0;
      for (PortName name : List.copyOf(wanted.keySet())) {
        try {
          PortRow port = find(before, name);
          PortVlans vlans = Objects.requireNonNull(wanted.get(name));
          if (!port.vlans().equals(vlans)) {
            transaction.set(port, vlans);
            writes++;
          }
        } catch (BackendException e) {
          wanted.remove(name);
          outcomes.put(name, new ChangeOutcome.NotMade(e));
        }
      }
      if (writes == 0 || database.write(transaction, deadline)) {
        return;
      }
    }
  }

  private ChangeOutcome verified(Snapshot now, PortName name, PortVlans wanted) {
    PortRow port = now.port(name.text());
    if (port != null && port.vlans().equals(wanted)) {
      return new ChangeOutcome.Made(state(port));
    }
    return new ChangeOutcome.NotMade(
        new BackendException.ProtocolViolation(
            endpoint.display(),
            "port %s was set to %s and reads %s; who else sets it?"
                .formatted(name, wanted, port == null ? "nothing" : port.vlans())));
  }

  @Override
  public String preview(List<PortChange> changes, Duration within) {
    Snapshot now = snapshot(within);
    return changes.stream()
        .map(change -> difference(find(now, change.port()), vlans(change.wanted())))
        .collect(Collectors.joining());
  }

  private static String difference(PortRow port, PortVlans wanted) {
    return port.vlans().equals(wanted)
        ? ""
        : "%s: %s -> %s%n".formatted(port.name(), port.vlans(), wanted);
  }

  /** Open vSwitch carries any VLAN without being told of it. */
  @Override
  public void ensureVlan(Vlan vlan, Duration within) {
    snapshot(within);
  }

  @Override
  public void removeVlan(VlanId vlan, Duration within) {
    for (PortState port : list(within)) {
      if (port.mode() instanceof Segment segment && segment.carries(vlan)) {
        throw new BackendException.Refused(
            endpoint.display(),
            "port " + port.port() + " carries VLAN " + vlan + "; detach it first");
      }
    }
  }

  @Override
  public List<Aggregate> aggregates(Duration within) {
    return bonds().list(within);
  }

  @Override
  public void bundle(Aggregate aggregate, Duration within) {
    bonds().bundle(aggregate, within);
  }

  @Override
  public void unbundle(PortName aggregate, Duration within) {
    bonds().unbundle(aggregate, within);
  }

  private Bonds bonds() {
    return new Bonds(endpoint, database, PortVlans.idle(idleVlan));
  }

  Snapshot snapshot(Duration within) {
    return database.read(Deadline.in(within));
  }

  PortRow find(Snapshot snapshot, PortName name) {
    PortRow port = snapshot.port(name.text());
    if (port != null) {
      return port;
    }
    PortRow bond = snapshot.portOf(name.text());
    throw new BackendException.Refused(
        endpoint.display(),
        bond == null || !bond.isBond()
            ? "the switch has no port " + name
            : name + " is a member of bond " + bond.name() + "; move that instead");
  }

  private PortState state(PortRow port) {
    PortMode mode = port.vlans().mode(idleVlan);
    if (mode == null) {
      throw new BackendException.Refused(
          endpoint.display(),
          "port %s is set in a way of its own (%s); attach or detach it first"
              .formatted(port.name(), port.vlans()));
    }
    return new PortState(new PortName(port.name()), mode);
  }

  private PortVlans vlans(PortMode wanted) {
    return switch (wanted) {
      case Idle() -> PortVlans.idle(idleVlan);
      case Segment segment when segment.carries(idleVlan) ->
          throw new BackendException.Refused(
              endpoint.display(),
              "VLAN " + idleVlan + " marks idle ports; choose another, or another idle_vlan");
      case Segment segment -> PortVlans.of(segment);
    };
  }

  @Override
  public void close() {
    database.close();
  }
}
