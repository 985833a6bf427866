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

  private static final OctetString NOBODY = new OctetString();

  static BridgeView read(SnmpSession session, Deadline deadline) {
    return new BridgeView(
        ports(session, deadline),
        vlans(session, deadline),
        numbers(session, Mib.PVID, deadline),
        numbers(session, Mib.FRAME_TYPES, deadline),
        numbers(session, Mib.ADMIN_STATUS, deadline));
  }

  private static SortedMap<Integer, BridgePort> ports(SnmpSession session, Deadline deadline) {
    Map<OID, Variable> names = session.column(Mib.NAME, deadline);
    SortedMap<Integer, BridgePort> ports = new TreeMap<>();
    session
        .column(Mib.PORT_INTERFACE, deadline)
        .forEach(
            (number, index) -> {
              int card = session.number(index);
              Variable name = names.get(new OID(new int[] {card}));
              if (name != null && isName(name.toString())) {
                ports.put(
                    last(number),
                    new BridgePort(last(number), card, new PortName(name.toString())));
              }
            });
    return ports;
  }

  /** Interfaces of other kinds have names with blanks and brackets on some switches. */
  private static boolean isName(String text) {
    try {
      return !new PortName(text).text().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static SortedMap<Integer, VlanRow> vlans(SnmpSession session, Deadline deadline) {
    Map<OID, Variable> egress = session.column(Mib.EGRESS, deadline);
    Map<OID, Variable> untagged = session.column(Mib.UNTAGGED, deadline);
    SortedMap<Integer, VlanRow> vlans = new TreeMap<>();
    session
        .column(Mib.VLAN_NAME, deadline)
        .forEach(
            (index, name) -> {
              int vlan = last(index);
              if (vlan < 1 || vlan > 4094) {
                throw session.violation("has a VLAN of number " + vlan);
              }
              vlans.put(
                  vlan,
                  new VlanRow(
                      vlan,
                      name.toString(),
                      PortList.of(bits(egress.get(index))),
                      PortList.of(bits(untagged.get(index)))));
            });
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

  /** Whoever says just the column's name names row 0, which nobody has. */
  private static int last(OID row) {
    return row.size() == 0 ? 0 : row.last();
  }

  @Nullable BridgePort port(PortName name) {
    return ports.values().stream().filter(it -> it.name().equals(name)).findFirst().orElse(null);
  }

  boolean isShut(BridgePort port) {
    return states.getOrDefault(port.interfaceIndex(), Mib.UP) == Mib.DOWN;
  }

  /** What the port carries; null when it is set in a way of its own. */
  @Nullable PortMode mode(BridgePort port) {
    if (rowsWith(port).isEmpty()) {
      return isShut(port) ? new Idle() : null;
    }
    return isShut(port) ? null : segment(port);
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
    return vlans.values().stream().filter(row -> row.has(port.number())).toList();
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
