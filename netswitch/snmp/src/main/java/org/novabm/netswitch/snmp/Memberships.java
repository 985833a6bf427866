package org.novabm.netswitch.snmp;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novabm.snmp.SnmpSession;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

/**
 * Puts a port that is shut into VLANs and takes it out of others. Makes differ in what they let:
 * some keep a port in one VLAN at least, some in its native one. So a port leaves what it may, then
 * joins, and then leaves the rest.
 *
 * @param session with the switch
 * @param uplinks ports that carry every VLAN that is joined
 * @param deadline of all of it
 */
record Memberships(SnmpSession session, Collection<BridgePort> uplinks, Deadline deadline) {

  /** Whether a VLAN has a tag there. */
  static Map<Integer, Boolean> of(PortMode wanted) {
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

  static @Nullable VlanId nativeVlan(Segment segment) {
    return switch (segment) {
      case Access(VlanId vlan) -> vlan;
      case Trunk(var untagged, var tagged) -> untagged;
    };
  }

  private BridgeView read() {
    return BridgeView.read(session, deadline);
  }

  private PortSet set() {
    return new PortSet(session, deadline);
  }

  /** Leaves all VLANs; where the switch keeps the port in one, that is the default VLAN. */
  void leaveAll(BridgePort port) {
    leaveWhatItMay(port, Set.of());
    BridgeView kept = read();
    if (kept.isAside(port)) {
      return;
    }
    VlanRow aside = kept.vlans().get(Mib.DEFAULT_VLAN);
    if (aside == null) {
      throw session.refused(
          "the switch keeps port %s in VLAN %s and has no VLAN %d to put it into; make that VLAN"
              .formatted(port.name(), kept.natives().get(port.number()), Mib.DEFAULT_VLAN));
    }
    set().members(kept.roomy(aside, port).with(port.number(), true, false));
    set().nativeVlan(port, Mib.DEFAULT_VLAN);
    leaveRest(port, Set.of(Mib.DEFAULT_VLAN));
  }

  void leaveWhatItMay(BridgePort port, Set<Integer> wanted) {
    for (VlanRow row : read().rowsWith(port)) {
      if (!wanted.contains(row.number())) {
        try {
          leave(row, port);
        } catch (BackendException.Refused later) {
          // it leaves when it is in another
        }
      }
    }
  }

  private void leaveRest(BridgePort port, Set<Integer> wanted) {
    for (VlanRow row : read().rowsWith(port)) {
      if (!wanted.contains(row.number())) {
        leave(row, port);
      }
    }
  }

  private void leave(VlanRow row, BridgePort port) {
    set().members(row.with(port.number(), false, false));
  }

  /** The VLANs are there. Those with a tag come first: the one without may end another. */
  void become(BridgePort port, Segment segment) {
    Map<Integer, Boolean> tags = of(segment);
    BridgeView now = read();
    tags.keySet().stream().filter(tags::get).forEach(vlan -> join(now, port, vlan, true));
    VlanId natural = nativeVlan(segment);
    if (natural != null) {
      join(now, port, natural.number(), false);
      set().nativeVlan(port, natural.number());
    }
    filter(port, natural == null);
    if (natural == null && !tags.containsKey(now.natives().getOrDefault(port.number(), 0))) {
      forgetNative(port, tags.keySet().iterator().next());
    }
    leaveRest(port, tags.keySet());
  }

  private void join(BridgeView now, BridgePort port, int vlan, boolean tagged) {
    VlanRow row = now.vlans().get(vlan);
    if (row == null) {
      throw session.violation("took VLAN " + vlan + " and does not list it");
    }
    VlanRow next = now.roomy(row, port).with(port.number(), true, tagged);
    for (BridgePort uplink : uplinks) {
      next = now.roomy(next, uplink).with(uplink.number(), true, true);
    }
    if (!next.equals(row)) {
      set().members(next);
    }
  }

  private void filter(BridgePort port, boolean taggedOnly) {
    try {
      set().filter(port, taggedOnly);
    } catch (BackendException.Refused e) {
      // a switch without these filters is as good for all but trunks that drop untagged frames
      if (taggedOnly) {
        throw e;
      }
    }
  }

  /** No untagged frame is let in any more, but a port may have to stay in its native VLAN. */
  private void forgetNative(BridgePort port, int carried) {
    try {
      set().nativeVlan(port, carried);
    } catch (BackendException.Refused e) {
      // then the port may leave its native VLAN, or the switch says that it may not
    }
  }
}
