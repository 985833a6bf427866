package org.novabm.netswitch.snmp;

/**
 * A VLAN as it is configured.
 *
 * @param number 1 to 4094
 * @param name of the switch's own
 * @param egress ports in it
 * @param untagged those of them whose frames have no tag
 */
record VlanRow(int number, String name, PortList egress, PortList untagged) {

  VlanRow with(int port, boolean member, boolean tagged) {
    return new VlanRow(
        number, name, egress.with(port, member), untagged.with(port, member && !tagged));
  }

  /** With lists as long as another's where these are too short for the port. */
  VlanRow roomy(int port, VlanRow other) {
    return new VlanRow(
        number, name, egress.roomy(port, other.egress), untagged.roomy(port, other.untagged));
  }

  boolean has(int port) {
    return egress.has(port) || untagged.has(port);
  }
}
