package org.novabm.netswitch.snmp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novabm.snmp.SnmpSession;
import org.novabm.spi.Deadline;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/**
 * A switch as read.
 *
 * @param ports those that can be in VLANs, by number
 * @param vlans those that are configured, by number
 * @param natives the VLAN of untagged frames into a port
 * @param frameTypes which frames a port takes; nothing where the switch does not say
 * @param states whether an interface is up or shut, as configured
 */
record BridgeView(
    SortedMap<Integer, BridgePort> ports,
    SortedMap<Integer, VlanRow> vlans,
    Map<Integer, Integer> natives,
    Map<Integer, Integer> frameTypes,
    Map<Integer, Integer> states) {

  private static final int MOST_VLANS = 4094;
  private static final OctetString NOBODY = new OctetString();

  static BridgeView read(SnmpSession session, Deadline deadline) {
    session.lookAgain();
    return new BridgeView(
        Interfaces.ports(session, deadline),
        vlans(session, deadline),
        numbers(session, Mib.PVID, deadline),
        frameTypes(session, deadline),
        numbers(session, Mib.ADMIN_STATUS, deadline));
  }

  private static SortedMap<Integer, VlanRow> vlans(SnmpSession session, Deadline deadline) {
    Map<OID, Variable> egress = session.column(Mib.EGRESS, deadline);
    Map<OID, Variable> untagged = session.column(Mib.UNTAGGED, deadline);
    SortedMap<Integer, VlanRow> vlans = new TreeMap<>();
    session
        .column(Mib.VLAN_NAME, deadline)
        .forEach(
            (index, name) ->
                vlans.put(
                    last(index),
                    new VlanRow(
                        last(index),
                        name.toString(),
                        PortList.of(bits(egress.get(index))),
                        PortList.of(bits(untagged.get(index))))));
    return vlans;
  }

  private static OctetString bits(@Nullable Variable value) {
    return value instanceof OctetString octets ? octets : NOBODY;
  }

  /** A device that has the same row twice is believed in the first. */
  private static Map<Integer, Integer> numbers(SnmpSession session, OID name, Deadline deadline) {
    Map<Integer, Integer> numbers = new HashMap<>();
    session
        .column(name, deadline)
        .forEach((row, value) -> numbers.putIfAbsent(last(row), session.number(value)));
    return numbers;
  }

  /** What is no number says as little as nothing. */
  private static Map<Integer, Integer> frameTypes(SnmpSession session, Deadline deadline) {
    Map<Integer, Integer> types = new HashMap<>();
    session
        .column(Mib.FRAME_TYPES, deadline)
        .forEach(
            (row, value) -> {
              if (value instanceof Integer32) {
                types.putIfAbsent(last(row), value.toInt());
              }
            });
    return types;
  }

  /** Whoever says just the column's name names row 0, which nobody has. */
  private static int last(OID row) {
    return row.size() == 0 ? 0 : row.last();
  }

  /** One, unless the switch calls several the same. */
  List<BridgePort> ports(PortName name) {
    return ports.values().stream().filter(it -> it.name().equals(name)).toList();
  }

  /** A row whose index is no VLAN's number; null for none. */
  @Nullable Integer strangeRow() {
    return vlans.keySet().stream().filter(it -> it < 1 || it > MOST_VLANS).findFirst().orElse(null);
  }

  boolean isShut(BridgePort port) {
    return states.getOrDefault(port.interfaceIndex(), Mib.UP) == Mib.DOWN;
  }

  /** What the port carries; null when it is set in a way of its own. */
  @Nullable PortMode mode(BridgePort port) {
    if (isShut(port)) {
      return isAside(port) ? new Idle() : null;
    }
    return strangeRow() == null ? segment(port) : null;
  }

  /** In no VLAN, or in the default one, in which some switches keep a port that has no other. */
  boolean isAside(BridgePort port) {
    return rowsWith(port).stream().allMatch(row -> row.number() == Mib.DEFAULT_VLAN);
  }

  /** The row with lists as long as the switch's other lists, where they have no room for a port. */
  VlanRow roomy(VlanRow row, BridgePort port) {
    VlanRow roomy = row;
    for (VlanRow other : vlans.values()) {
      roomy = roomy.roomy(port.number(), other);
    }
    return roomy;
  }

  /** What the port would carry were it up; null when it is no segment. */
  @Nullable Segment segment(BridgePort port) {
    TreeSet<VlanId> tagged = new TreeSet<>();
    TreeSet<VlanId> untagged = new TreeSet<>();
    for (VlanRow row : rowsWith(port)) {
      (row.untagged().has(port.number()) ? untagged : tagged).add(new VlanId(row.number()));
    }
    int pvid = natives.getOrDefault(port.number(), 0);
    boolean all = frameTypes.getOrDefault(port.number(), Mib.ALL_FRAMES) == Mib.ALL_FRAMES;
    if (untagged.isEmpty()) {
      return tagged.isEmpty() || all ? null : Trunk.of(null, tagged);
    }
    VlanId natural = untagged.first();
    if (untagged.size() > 1 || natural.number() != pvid || !all) {
      return null;
    }
    return tagged.isEmpty() ? new Access(natural) : Trunk.of(natural, tagged);
  }

  List<VlanRow> rowsWith(BridgePort port) {
    return strangeRow() == null
        ? vlans.values().stream().filter(row -> row.has(port.number())).toList()
        : List.of();
  }

  /** For messages. */
  String describe(BridgePort port) {
    return "VLANs %s, untagged VLAN %s, %s"
        .formatted(
            rowsWith(port).stream().map(VlanRow::number).toList(),
            natives.get(port.number()),
            isShut(port) ? "shut" : "up");
  }
}
