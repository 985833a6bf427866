package org.novabm.netswitch.openvswitch;

import java.util.List;
import org.novabm.netswitch.openvswitch.ovsdb.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of Port that is to be.
 *
 * @param name of the port
 * @param cards its interfaces; several, or one of another name, make it a bond
 * @param vlans what it carries
 */
record NewPort(String name, List<Card> cards, PortVlans vlans) {

  /** A port of one interface. */
  static NewPort of(Card card, PortVlans vlans) {
    return new NewPort(card.name(), List.of(card), vlans);
  }

  private boolean isBond() {
    return !cards.stream().map(Card::name).toList().equals(List.of(name));
  }

  ObjectNode row() {
    ObjectNode row = vlans.row().put("name", name);
    row.set("interfaces", interfaces(cards));
    // of one card alone the switch makes no bond, whatever its columns say
    return isBond() && cards.size() > 1
        ? row.put("lacp", "active").put("bond_mode", "balance-tcp")
        : row;
  }

  static JsonNode interfaces(List<Card> cards) {
    return Value.set(cards.stream().map(Card::id).toList(), Value::id);
  }
}
