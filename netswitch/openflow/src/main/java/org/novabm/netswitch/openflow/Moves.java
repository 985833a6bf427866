package org.novabm.netswitch.openflow;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openflow.flows.Flow;
import org.novabm.netswitch.openflow.flows.FlowDiff;
import org.novabm.netswitch.openflow.flows.FlowReading;
import org.novabm.netswitch.openflow.flows.Membership;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.VlanId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves ports of a switch, in two halves. First each leaves what it is on, and that is proven; then
 * it joins what it is to be on, frames to it before frames from it, and that is proven. So there is
 * no moment at which it joins two segments, even on a switch that puts flows in place in another
 * order than they were sent. Whatever cannot be proven is taken off every segment.
 */
final class Moves {

  private static final Logger log = LoggerFactory.getLogger(Moves.class);

  /** A part of the code's name in every version of OpenFlow. */
  private static final String FULL = "FULL";

  private static final long FIRST_PAUSE = Duration.ofMillis(2).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofMillis(100).toNanos();

  private final ConnectedSwitch device;
  private final Deadline deadline;
  private final Map<Integer, String> failed = new TreeMap<>();
  private FlowReading now;

  Moves(ConnectedSwitch device, Deadline deadline) {
    this.device = device;
    this.deadline = deadline;
    this.now = device.read(deadline);
  }

  /** The switch as it was read last. */
  FlowReading now() {
    return now;
  }

  /** Why a port is not where it should be, and where it is instead; null when it is there. */
  @Nullable BackendException failure(int port) {
    String why = failed.get(port);
    if (why == null) {
      return null;
    }
    boolean off =
        now.who().mode(port) instanceof Idle && now.faults(port, device.table().layout()).isEmpty();
    String where =
        off
            ? "port %s is on no VLAN now"
            : "port %s could not be taken off either: shut it at the switch";
    String text = why + "; " + where.formatted(device.name(port));
    return why.contains(FULL)
        ? new BackendException.Refused(device.id().toString(), text)
        : new BackendException.ProtocolViolation(device.id().toString(), text);
  }

  /** Moves the ports, told by their numbers; see {@link #failure} for those that are not moved. */
  void make(Map<Integer, PortMode> wanted) {
    Map<Integer, PortMode> moving = new TreeMap<>(wanted);
    moving.entrySet().removeIf(it -> now.who().mode(it.getKey()).equals(it.getValue()));
    if (!moving.isEmpty()) {
      leave(moving.keySet());
      moving.keySet().removeAll(failed.keySet());
    }
    // a port that could not leave is not to be given back what it half lost
    bring(now.who().without(failed.keySet()).with(moving), wanted.keySet());
    takeOff(failed.keySet());
    fail(new Proof(device, now, deadline).unseen(wanted, failed.keySet()));
    takeOff(failed.keySet());
    device.remember(now.who());
  }

  private void leave(Set<Integer> ports) {
    Membership without = now.who().without(ports);
    // should the connection break now, the switch is found with these ports on nothing
    device.remember(without);
    bring(without, ports);
  }

  /** Lets only these cards speak on a port. */
  void admit(Membership wanted, int port) {
    bring(wanted, Set.of(port));
    device.remember(now.who());
  }

  /** Half of a segment may be there of a port that seems to be on none. */
  private void takeOff(Collection<Integer> ports) {
    if (!ports.isEmpty()) {
      bring(now.who().without(ports), List.copyOf(ports));
    }
  }

  /** Makes the switch hold this; what it does not hold in the end is the fault of those ports. */
  private void bring(Membership wanted, Collection<Integer> ports) {
    FlowDiff diff = device.difference(now, wanted);
    if (diff.isEmpty()) {
      return;
    }
    Membership before = now.who();
    Map<Flow, String> refused = device.table().apply(diff, deadline);
    FlowDiff left = settle(diff, wanted, refused.isEmpty());
    Map<Flow, String> wrong = new HashMap<>(refused);
    left.all()
        .forEach(
            flow ->
                wrong.putIfAbsent(flow, "is not as ordered, though the switch reported no error"));
    wrong.forEach((flow, why) -> blame(flow, why, before, wanted, ports));
  }

  /** Reads until all is as wanted: a barrier's answer proves nothing on many a switch. */
  private FlowDiff settle(FlowDiff ordered, Membership wanted, boolean patiently) {
    Deadline patience = deadline.butWithin(device.settings().proofPatience());
    for (long pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      now = device.reread(now, ordered, deadline);
      FlowDiff left = device.difference(now, wanted);
      if (left.isEmpty() || !patiently || patience.isOver()) {
        return left;
      }
      LockSupport.parkNanos(pause);
    }
  }

  private void blame(
      Flow flow, String why, Membership before, Membership wanted, Collection<Integer> ports) {
    Set<Integer> culprits = culprits(flow, before, wanted, ports);
    if (culprits.isEmpty()) {
      log.warn("switch {}: {}: {}", device.id(), why, flow);
    }
    for (int port : culprits) {
      failed.putIfAbsent(
          port,
          why.contains(FULL)
              ? "the flow table is full (%s); free flows, or plug the node in elsewhere"
                  .formatted(why)
              : "a flow went wrong: %s: %s".formatted(why, flow));
    }
  }

  private static Set<Integer> culprits(
      Flow flow, Membership before, Membership wanted, Collection<Integer> ports) {
    if (ports.contains(flow.cookie().port())) {
      return Set.of(flow.cookie().port());
    }
    if (flow.cookie().vlan() == 0) {
      return Set.copyOf(ports);
    }
    VlanId vlan = new VlanId(flow.cookie().vlan());
    Set<Integer> culprits = new TreeSet<>();
    for (int port : ports) {
      if (List.of(before.mode(port), wanted.mode(port)).stream()
          .anyMatch(mode -> mode instanceof Segment segment && segment.carries(vlan))) {
        culprits.add(port);
      }
    }
    return culprits;
  }

  private void fail(Map<Integer, String> more) {
    more.forEach(failed::putIfAbsent);
  }
}
