package org.novabm.netswitch.snmp;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.snmp.SnmpSession;
import org.novabm.spi.Deadline;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;
import org.snmp4j.smi.OctetString;

/**
 * Moves one port. Membership, native VLAN and filters are set one by one, so the port is shut first
 * and goes up again only when all of them were read back: no frame passes in between. A move that
 * fails leaves it shut.
 */
final class SnmpMove {

  private static final long LOOK_AGAIN_NANOS = 200_000_000;

  private final SnmpSession session;
  private final SnmpSettings settings;
  private final Deadline deadline;
  private final PortSet set;
  private final Memberships memberships;

  SnmpMove(
      SnmpSession session,
      Collection<BridgePort> uplinks,
      SnmpSettings settings,
      Deadline deadline) {
    this.session = session;
    this.settings = settings;
    this.deadline = deadline;
    this.set = new PortSet(session, deadline);
    this.memberships = new Memberships(session, uplinks, deadline);
  }

  /**
   * Does nothing when all is as wanted.
   *
   * @param before as just read
   */
  void make(BridgeView before, BridgePort port, PortMode wanted) {
    if (wanted.equals(before.mode(port))) {
      return;
    }
    switch (wanted) {
      case Idle() -> {
        set.shut(port, true);
        memberships.leaveAll(port);
        await(port, view -> view.mode(port), wanted);
      }
      case Segment segment -> {
        mustBePossible(before, port, segment);
        set.shut(port, true);
        move(port, segment);
        await(port, view -> view.segment(port), wanted);
        forwards(port, segment);
        set.shut(port, false);
        await(port, view -> view.mode(port), wanted);
      }
    }
  }

  private void mustBePossible(BridgeView view, BridgePort port, Segment segment) {
    if (Memberships.nativeVlan(segment) == null && !view.frameTypes().containsKey(port.number())) {
      throw session.refused(
          "the switch does not say which frames port %s takes, so nothing proves that %s drops untagged ones; give it a network without a tag"
              .formatted(port.name(), segment));
    }
  }

  private void move(BridgePort port, Segment segment) {
    Set<Integer> wanted = Memberships.of(segment).keySet();
    memberships.leaveWhatItMay(port, wanted);
    wanted.forEach(vlan -> ensure(Vlan.of(new VlanId(vlan))));
    memberships.become(port, segment);
  }

  /** Makes the switch know the VLAN. */
  void ensure(Vlan vlan) {
    BridgeView now = BridgeView.read(session, deadline);
    new VlanMaker(session, patience(), deadline).ensure(now, vlan);
  }

  private Deadline patience() {
    return deadline.butWithin(settings.proofPatience());
  }

  private interface Look {
    @Nullable PortMode at(BridgeView view);
  }

  private void await(BridgePort port, Look look, PortMode wanted) {
    Deadline patience = patience();
    while (true) {
      BridgeView now = BridgeView.read(session, deadline);
      if (wanted.equals(look.at(now))) {
        return;
      }
      if (patience.isOver()) {
        throw session.violation(
            "took all settings of port %s for %s, and reads %s; look at the port on the switch, and who else sets it"
                .formatted(port.name(), wanted, now.describe(port)));
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  /** The current table is what the switch does, the static one what it was told. */
  private void forwards(BridgePort port, Segment wanted) {
    Deadline patience = patience();
    Set<Integer> expected = Memberships.of(wanted).keySet();
    while (true) {
      Set<Integer> current = current(port);
      if (current.equals(expected)) {
        return;
      }
      if (patience.isOver()) {
        throw session.violation(
            "was told to have port %s in VLANs %s and has it in %s; the port is left shut"
                .formatted(port.name(), expected, current));
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  /** The number of the VLAN is the last of the index, with a time mark before it or without. */
  private Set<Integer> current(BridgePort port) {
    session.lookAgain();
    return session.column(Mib.CURRENT_EGRESS, deadline).entrySet().stream()
        .filter(
            row ->
                row.getValue() instanceof OctetString bits && PortList.of(bits).has(port.number()))
        .map(row -> row.getKey().last())
        .collect(Collectors.toSet());
  }
}
