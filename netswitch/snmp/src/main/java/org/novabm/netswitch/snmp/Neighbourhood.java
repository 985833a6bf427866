package org.novabm.netswitch.snmp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.snmp.SnmpSession;
import org.novabm.spi.Deadline;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Neighbour;
import org.novabm.spi.network.PortName;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/**
 * Who is at the other end of ports.
 *
 * @param session with the switch
 * @param deadline of all of it
 */
record Neighbourhood(SnmpSession session, Deadline deadline) {

  private static final int MAC_OCTETS = 6;

  /** The addresses that came in at the port. */
  List<MacAddress> learned(BridgePort port) {
    List<MacAddress> macs = new ArrayList<>();
    session
        .column(Mib.LEARNED_PORT, deadline)
        .forEach(
            (index, where) -> {
              if (where.toInt() == port.number() && index.size() > MAC_OCTETS) {
                macs.add(mac(index));
              }
            });
    return macs.stream().distinct().sorted().toList();
  }

  /** The last six numbers of an index. */
  private static MacAddress mac(OID index) {
    byte[] octets = new byte[MAC_OCTETS];
    for (int at = 0; at < MAC_OCTETS; at++) {
      octets[at] = (byte) index.get(index.size() - MAC_OCTETS + at);
    }
    return new MacAddress(new OctetString(octets).toHexString(':'));
  }

  /** Those who said so over LLDP; a switch without its MIB has none. */
  List<Neighbour> neighbours() {
    Map<OID, Variable> local = session.column(Mib.LLDP_LOCAL_PORT, deadline);
    Map<OID, Variable> ports = session.column(Mib.LLDP_PORT, deadline);
    Map<OID, Variable> systems = session.column(Mib.LLDP_SYSTEM, deadline);
    List<Neighbour> heard = new ArrayList<>();
    session
        .column(Mib.LLDP_CHASSIS, deadline)
        .forEach(
            (index, chassis) -> {
              // time mark, local port number, index
              Variable name = local.get(new OID(new int[] {index.get(1)}));
              if (name != null) {
                heard.add(
                    new Neighbour(
                        new PortName(name.toString()),
                        text(chassis),
                        text(ports.get(index)),
                        text(systems.get(index))));
              }
            });
    heard.sort(Comparator.comparing(Neighbour::port));
    return heard;
  }

  private static String text(@Nullable Variable value) {
    if (value instanceof OctetString octets
        && octets.length() == MAC_OCTETS
        && !octets.isPrintable()) {
      return new MacAddress(octets.toHexString(':')).text();
    }
    return value == null ? "" : value.toString();
  }
}
