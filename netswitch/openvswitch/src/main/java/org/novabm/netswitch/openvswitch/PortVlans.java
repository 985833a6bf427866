package org.novabm.netswitch.openvswitch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.Trunk;
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
  private static final String NATIVE = "native-untagged";
  private static final int NO_TAG = 0;

  /** IEEE 802.1Q, table 9-2: never configured as a VLAN, never on the wire. */
  private static final int RESERVED_VLAN = 4095;

  private static final int FIRST_VLAN = 1;
  private static final int LAST_VLAN = 4094;

  static PortVlans of(Segment segment) {
    return switch (segment) {
      case Access(var vlan) -> new PortVlans(ACCESS, vlan.number(), List.of(), false);
      case Trunk(var untagged, var tagged) ->
          new PortVlans(
              untagged == null ? TRUNK : NATIVE,
              untagged == null ? NO_TAG : untagged.number(),
              tagged.stream().map(VlanId::number).toList(),
              false);
    };
  }

  static PortVlans idle(VlanId mark) {
    return new PortVlans(TRUNK, mark.number(), List.of(RESERVED_VLAN), true);
  }

  static PortVlans of(OvsTable port) {
    return new PortVlans(
        port.text("vlan_mode"), port.number("tag"), port.numbers("trunks"), port.flag("protected"));
  }

  /** What the switch makes of them; null when that is neither idle nor a segment. */
  @Nullable PortMode mode(VlanId mark) {
    if (equals(idle(mark))) {
      return new Idle();
    }
    return switch (mode) {
      case "", ACCESS -> tag == NO_TAG ? null : accessOrIdle(mark);
      case TRUNK -> tag == NO_TAG && isListed() ? Trunk.of(null, vlans()) : null;
      case NATIVE -> tag != NO_TAG && isListed() ? Trunk.of(new VlanId(tag), vlans()) : null;
      default -> null;
    };
  }

  private PortMode accessOrIdle(VlanId mark) {
    return tag == mark.number() ? new Idle() : new Access(new VlanId(tag));
  }

  private boolean isListed() {
    return !trunks.isEmpty()
        && trunks.stream().allMatch(one -> one >= FIRST_VLAN && one <= LAST_VLAN && one != tag);
  }

  private List<VlanId> vlans() {
    return trunks.stream().map(VlanId::new).toList();
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
        "tag=" + (tag == NO_TAG ? "[]" : tag),
        "trunks=" + trunks,
        "protected=" + isolated);
  }

  @Override
  public String toString() {
    return "vlan_mode=" + mode + " tag=" + tag + " trunks=" + trunks + " protected=" + isolated;
  }
}
