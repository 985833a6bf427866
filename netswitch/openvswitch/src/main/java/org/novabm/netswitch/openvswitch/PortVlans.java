package org.novabm.netswitch.openvswitch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openvswitch.ovsdb.Value;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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

  /** Of a row of Port. */
  static PortVlans of(JsonNode row) {
    List<Integer> tags = numbers(row.path("tag"));
    return new PortVlans(
        Value.text(row.path("vlan_mode")),
        tags.isEmpty() ? NO_TAG : tags.getFirst(),
        numbers(row.path("trunks")),
        row.path("protected").asBoolean(false));
  }

  private static List<Integer> numbers(JsonNode value) {
    return Value.elements(value).stream().map(one -> one.asInt(NO_TAG)).sorted().toList();
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

  /** The columns with their values. */
  ObjectNode row() {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    if (mode.isEmpty()) {
      row.set("vlan_mode", Value.numbers(List.of()));
    } else {
      row.put("vlan_mode", mode);
    }
    row.set("tag", Value.numbers(tag == NO_TAG ? List.of() : List.of(tag)));
    row.set("trunks", Value.numbers(trunks));
    return row.put("protected", isolated);
  }

  @Override
  public String toString() {
    return "vlan_mode=" + mode + " tag=" + tag + " trunks=" + trunks + " protected=" + isolated;
  }
}
