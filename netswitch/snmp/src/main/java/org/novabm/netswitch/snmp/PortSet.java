package org.novabm.netswitch.snmp;

import java.util.List;
import org.novabm.snmp.SnmpSession;
import org.novabm.spi.Deadline;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UnsignedInteger32;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * What is written to a switch.
 *
 * @param session with the switch
 * @param deadline of all of it
 */
record PortSet(SnmpSession session, Deadline deadline) {

  void shut(BridgePort port, boolean shut) {
    session.set(
        List.of(value(Mib.ADMIN_STATUS, port.interfaceIndex(), number(shut ? Mib.DOWN : Mib.UP))),
        deadline);
  }

  void members(VlanRow row) {
    session.set(
        List.of(
            value(Mib.EGRESS, row.number(), row.egress().octets()),
            value(Mib.UNTAGGED, row.number(), row.untagged().octets())),
        deadline);
  }

  void create(int vlan, OctetString name) {
    session.set(
        List.of(
            value(Mib.ROW_STATUS, vlan, number(Mib.CREATE_AND_GO)),
            value(Mib.VLAN_NAME, vlan, name)),
        deadline);
  }

  void create(int vlan) {
    session.set(List.of(value(Mib.ROW_STATUS, vlan, number(Mib.CREATE_AND_GO))), deadline);
  }

  void activate(int vlan) {
    session.set(List.of(value(Mib.ROW_STATUS, vlan, number(Mib.ACTIVE))), deadline);
  }

  void destroy(int vlan) {
    session.set(List.of(value(Mib.ROW_STATUS, vlan, number(Mib.DESTROY))), deadline);
  }

  void nativeVlan(BridgePort port, int vlan) {
    session.set(List.of(value(Mib.PVID, port.number(), new UnsignedInteger32(vlan))), deadline);
  }

  /** Which frames are let in at the port: of its own VLANs, with or without a tag. */
  void filter(BridgePort port, boolean taggedOnly) {
    session.set(
        List.of(
            value(Mib.INGRESS_FILTER, port.number(), number(Mib.TRUE)),
            value(
                Mib.FRAME_TYPES,
                port.number(),
                number(taggedOnly ? Mib.TAGGED_FRAMES : Mib.ALL_FRAMES))),
        deadline);
  }

  private static Integer32 number(int number) {
    return new Integer32(number);
  }

  private static VariableBinding value(OID column, int index, Variable value) {
    return new VariableBinding(new OID(column).append(index), value);
  }
}
