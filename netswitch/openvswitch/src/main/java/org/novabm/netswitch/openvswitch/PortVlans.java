package org.novabm.netswitch.openvswitch;

import java.util.List;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.VlanId;

/**
 * The columns of a Port row that decide which VLANs it carries (ovs-vswitchd.conf.db(5), Port
 * Table, VLAN Configuration and Bridge Protection).
 *
 * @param mode empty when the switch derives it: access with a tag, trunk without one
 * @param tag 0 when there is none
 * @param trunks empty for all VLANs, when the mode is trunk
 * @param isolated the column {@code protected}: hears no other protected port
 */
record PortVlans(String mode, int tag, List<Integer> trunks, boolean isolated) {

  private static final String ACCESS = "access";
  private static final String TRUNK = "trunk";

  /** IEEE 802.1Q, table 9-2: never configured as a VLAN, never on the wire. */
  private static final int RESERVED_VLAN = 4095;

  private static final int FIRST_VLAN = 1;
  private static final int LAST_VLAN = 4094;

  static PortVlans access(VlanId vlan) {
    return new PortVlans(ACCESS, vlan.number(), List.of(), false);
  }

  static PortVlans idle(VlanId mark) {
    return new PortVlans(TRUNK, mark.number(), List.of(RESERVED_VLAN), true);
  }

  static PortVlans of(OvsTable port) {
    return new PortVlans(
        port.text("vlan_mode"), port.number("tag"), port.numbers("trunks"), port.flag("protected"));
  }

  boolean isAccess() {
    return (mode.isEmpty() || mode.equals(ACCESS)) && tag >= FIRST_VLAN && tag <= LAST_VLAN;
  }

  boolean isIdle(VlanId mark) {
    return equals(idle(mark)) || (isAccess() && tag == mark.number());
  }

  /** One row of Port, then the counters of the switch, in one look at the database. */
  static List<String> listingCommand(PortName port) {
    return List.of(
        "--columns=name,vlan_mode,tag,trunks,protected",
        "list",
        "Port",
        port.text(),
        "--",
        "--columns=cur_cfg,next_cfg",
        "list",
        "Open_vSwitch",
        ".");
  }

  /** Writes all columns in one transaction and waits until the switch has taken them. */
  List<String> settingCommand(PortName port) {
    return List.of(
        "set",
        "Port",
        port.text(),
        "vlan_mode=" + mode,
        "tag=" + tag,
        "trunks=" + trunks,
        "protected=" + isolated);
  }

  @Override
  public String toString() {
    return "vlan_mode=" + mode + " tag=" + tag + " trunks=" + trunks + " protected=" + isolated;
  }
}
