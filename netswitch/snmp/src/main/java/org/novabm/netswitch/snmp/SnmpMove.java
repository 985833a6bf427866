package org.novabm.netswitch.snmp;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.snmp.SnmpSession;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.Trunk;
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
  private final Collection<BridgePort> uplinks;
  private final SnmpSettings settings;
  private final Deadline deadline;
  private final PortSet set;

  SnmpMove(
      SnmpSession session,
      Collection<BridgePort> uplinks,
      SnmpSettings settings,
      Deadline deadline) {
    this.session = session;
    this.uplinks = uplinks;
    this.settings = settings;
    this.deadline = deadline;
    this.set = new PortSet(session, deadline);
  }

  /** Does nothing when all is as wanted. */
  void make(BridgePort port, PortMode wanted) {
    BridgeView before = BridgeView.read(session, deadline);
    if (wanted.equals(before.mode(port))) {
      return;
    }
    set.shut(port, true);
    leave(before, port, memberships(wanted));
    switch (wanted) {
      case Idle() -> await(port, view -> view.mode(port), wanted);
      case Segment segment -> {
        join(port, segment);
        await(port, view -> view.segment(port), wanted);
        forwards(port, segment);
        set.shut(port, false);
        await(port, view -> view.mode(port), wanted);
      }
    }
  }

  /** Whether a VLAN has a tag there. */
  private static Map<Integer, Boolean> memberships(PortMode wanted) {
    Map<Integer, Boolean> tags = new TreeMap<>();
    switch (wanted) {
      case Idle() -> {}
      case Access(VlanId vlan) -> tags.put(vlan.number(), false);
      case Trunk(var untagged, var tagged) -> {
        tagged.forEach(vlan -> tags.put(vlan.number(), true));
        if (untagged != null) {
          tags.put(untagged.number(), false);
        }
      }
    }
    return tags;
  }

  private void leave(BridgeView before, BridgePort port, Map<Integer, Boolean> wanted) {
    for (VlanRow row : before.rowsWith(port)) {
      if (!wanted.containsKey(row.number())) {
        set.members(row.with(port.number(), false, false));
      }
    }
  }

  private void join(BridgePort port, Segment segment) {
    Map<Integer, Boolean> tags = memberships(segment);
    for (int vlan : tags.keySet()) {
      ensure(Vlan.of(new VlanId(vlan)));
    }
    BridgeView now = BridgeView.read(session, deadline);
    tags.forEach(
        (vlan, tagged) -> {
          VlanRow row = now.vlans().get(vlan);
          if (row == null) {
            throw session.violation("took VLAN " + vlan + " and does not list it");
          }
          VlanRow next = row.with(port.number(), true, tagged);
          for (BridgePort uplink : uplinks) {
            next = next.with(uplink.number(), true, true);
          }
          if (!next.equals(row)) {
            set.members(next);
          }
        });
    enter(port, segment);
  }

  private void enter(BridgePort port, Segment segment) {
    VlanId natural =
        switch (segment) {
          case Access(VlanId vlan) -> vlan;
          case Trunk(var untagged, var tagged) -> untagged;
        };
    if (natural != null) {
      set.nativeVlan(port, natural.number());
    }
    try {
      set.filter(port, natural == null);
    } catch (BackendException.Refused e) {
      // a switch without these filters is as good for all but trunks that drop untagged frames
      if (natural == null) {
        throw e;
      }
    }
  }

  /** Makes the switch know the VLAN. */
  void ensure(Vlan vlan) {
    BridgeView now = BridgeView.read(session, deadline);
    if (now.vlans().containsKey(vlan.id().number())) {
      return;
    }
    for (VlanRow row : now.vlans().values()) {
      if (row.name().equals(vlan.name())) {
        throw session.refused(
            "the name %s is VLAN %d's already".formatted(vlan.name(), row.number()));
      }
    }
    set.create(vlan.id().number(), vlan.name());
  }

  private interface Look {
    @Nullable PortMode at(BridgeView view);
  }

  private void await(BridgePort port, Look look, PortMode wanted) {
    Deadline patience = deadline.butWithin(settings.proofPatience());
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
    Deadline patience = deadline.butWithin(settings.proofPatience());
    Set<Integer> expected = memberships(wanted).keySet();
    while (true) {
      Set<Integer> current =
          session.column(Mib.CURRENT_EGRESS, deadline).entrySet().stream()
              .filter(
                  row ->
                      row.getValue() instanceof OctetString bits
                          && PortList.of(bits).has(port.number()))
              .map(row -> row.getKey().last())
              .collect(Collectors.toSet());
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
}
