package org.novabm.netswitch.openflow;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.novabm.netswitch.openflow.flows.Flow;
import org.novabm.netswitch.openflow.flows.FlowReading;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.BatchChanges;
import org.novabm.spi.network.ChangeOutcome;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortSecurity;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.ProbeResult;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.SegmentProbe;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;

/** One OpenFlow switch; everything is read from it and nothing is remembered between calls. */
final class OpenFlowManager implements SwitchManager, BatchChanges, PortSecurity, SegmentProbe {

  private final Controller controller;
  private final DatapathId id;

  OpenFlowManager(Controller controller, DatapathId id) {
    this.controller = controller;
    this.id = id;
  }

  @Override
  public PortState read(PortName port, Duration within) {
    Deadline deadline = Deadline.in(within);
    return use(
        deadline,
        device -> {
          int number = device.number(port);
          return new PortState(port, mode(device, ours(device, deadline), number));
        });
  }

  @Override
  public List<PortState> list(Duration within) {
    Deadline deadline = Deadline.in(within);
    return use(
        deadline,
        device -> {
          FlowReading now = ours(device, deadline);
          Set<Integer> faulty = now.faulty(device.table().layout());
          return device.greeted().ports().entrySet().stream()
              .filter(
                  it -> !device.uplinks().contains(it.getKey()) && !faulty.contains(it.getKey()))
              .map(it -> new PortState(new PortName(it.getValue()), now.who().mode(it.getKey())))
              .sorted(Comparator.comparing(PortState::port))
              .toList();
        });
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
    return use(
        deadline,
        device -> {
          Map<PortName, ChangeOutcome> outcomes = new LinkedHashMap<>();
          Map<PortName, Integer> numbers = new LinkedHashMap<>();
          Map<Integer, PortMode> wanted = new TreeMap<>();
          for (PortChange change : changes) {
            try {
              int number = device.number(change.port());
              numbers.put(change.port(), number);
              wanted.put(number, change.wanted());
            } catch (BackendException e) {
              outcomes.put(change.port(), new ChangeOutcome.NotMade(e));
            }
          }
          if (!wanted.isEmpty()) {
            Moves moves = new Moves(device, deadline);
            moves.make(wanted);
            numbers.forEach((port, number) -> outcomes.put(port, outcome(moves, port, number)));
          }
          return outcomes;
        });
  }

  private static ChangeOutcome outcome(Moves moves, PortName port, int number) {
    BackendException why = moves.failure(number);
    return why == null
        ? new ChangeOutcome.Made(new PortState(port, moves.now().who().mode(number)))
        : new ChangeOutcome.NotMade(why);
  }

  @Override
  public String preview(List<PortChange> changes, Duration within) {
    Deadline deadline = Deadline.in(within);
    return use(
        deadline,
        device -> {
          FlowReading now = device.read(deadline);
          StringBuilder text = new StringBuilder();
          Map<Integer, PortMode> wanted = new TreeMap<>();
          for (PortChange change : changes) {
            int number = device.number(change.port());
            wanted.put(number, change.wanted());
            PortMode before = now.who().mode(number);
            if (!before.equals(change.wanted())) {
              text.append("%s: %s -> %s%n".formatted(change.port(), before, change.wanted()));
            }
          }
          var diff = device.difference(now, now.who().with(wanted));
          return diff.isEmpty() ? "" : text + diff.toString() + System.lineSeparator();
        });
  }

  /** A segment is there as soon as a port carries it. */
  @Override
  public void ensureVlan(Vlan vlan, Duration within) {
    list(within);
  }

  @Override
  public void removeVlan(VlanId vlan, Duration within) {
    for (PortState port : list(within)) {
      if (port.mode() instanceof Segment segment && segment.carries(vlan)) {
        throw refused("port %s carries VLAN %s; detach it first".formatted(port.port(), vlan));
      }
    }
  }

  @Override
  public void admit(PortName port, Set<MacAddress> macs, Duration within) {
    Deadline deadline = Deadline.in(within);
    use(
        deadline,
        device -> {
          int number = device.number(port);
          Moves moves = new Moves(device, deadline);
          refuseTaken(device, moves.now(), number, macs);
          moves.admit(moves.now().who().admitting(number, macs), number);
          BackendException why = moves.failure(number);
          if (why != null) {
            throw why;
          }
          return port;
        });
  }

  private void refuseTaken(
      ConnectedSwitch device, FlowReading now, int number, Collection<MacAddress> macs) {
    now.who()
        .admitted()
        .forEach(
            (other, theirs) -> {
              if (other != number && theirs.stream().anyMatch(macs::contains)) {
                throw refused(
                    "one of %s may speak on port %s already; take it from there first"
                        .formatted(macs, device.name(other)));
              }
            });
  }

  @Override
  public Set<MacAddress> admitted(PortName port, Duration within) {
    Deadline deadline = Deadline.in(within);
    return use(deadline, device -> device.read(deadline).who().admitted(device.number(port)));
  }

  @Override
  public ProbeResult probe(PortName port, VlanId vlan, Duration within) {
    Deadline deadline = Deadline.in(within);
    return use(
        deadline,
        device -> {
          int number = device.number(port);
          return new Proof(device, ours(device, deadline), deadline).reaches(number, vlan);
        });
  }

  private PortMode mode(ConnectedSwitch device, FlowReading now, int number) {
    List<Flow> faults = now.faults(number, device.table().layout());
    if (!faults.isEmpty()) {
      throw refused(
          "the flows of port %s are half of one segment and half of another (%s); attach or detach it first"
              .formatted(device.name(number), faults.getFirst()));
    }
    return now.who().mode(number);
  }

  private FlowReading ours(ConnectedSwitch device, Deadline deadline) {
    FlowReading now = device.read(deadline);
    if (!now.isOurs()) {
      throw refused(
          "the switch forwards by flows of others, and none of ours is on it; attach or detach a port to take it over");
    }
    return now;
  }

  private BackendException.Refused refused(String why) {
    return new BackendException.Refused(id.toString(), why);
  }

  private <T> T use(Deadline deadline, Function<ConnectedSwitch, T> work) {
    return controller.open(id).use(deadline, work);
  }

  /** The switch stays connected: it called us. */
  @Override
  public void close() {}
}
