package org.novabm.netswitch.snmp;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novabm.snmp.SnmpSession;
import org.novabm.spi.Deadline;
import org.novabm.spi.network.PortName;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/** Reads which ports can be in VLANs and what people call them. */
final class Interfaces {

  private Interfaces() {}

  static SortedMap<Integer, BridgePort> ports(SnmpSession session, Deadline deadline) {
    SortedMap<OID, Variable> names = session.column(Mib.NAME, deadline);
    SortedMap<OID, Variable> bridge = session.column(Mib.PORT_INTERFACE, deadline);
    SortedMap<OID, Variable> others =
        bridge.values().stream().allMatch(card -> name(names.get(row(session, card))) != null)
            ? new TreeMap<>()
            : session.column(Mib.DESCRIPTION, deadline);
    SortedMap<Integer, BridgePort> ports = new TreeMap<>();
    bridge.forEach(
        (number, card) -> {
          OID row = row(session, card);
          PortName known = name(names.get(row));
          PortName name = known == null ? name(others.get(row)) : known;
          if (name != null && number.size() > 0) {
            ports.put(number.last(), new BridgePort(number.last(), row.last(), name));
          }
        });
    return ports;
  }

  private static OID row(SnmpSession session, Variable card) {
    return new OID(new int[] {session.number(card)});
  }

  /** Interfaces of other kinds have names with blanks and brackets on some switches. */
  private static @Nullable PortName name(@Nullable Variable text) {
    try {
      return text == null ? null : new PortName(text.toString());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
