package org.novabm.netswitch.openvswitch;

import java.util.List;

/**
 * A row of Port with what belongs to it.
 *
 * @param id of the row
 * @param name of the port
 * @param bridge it is in
 * @param cards its interfaces, in the order of their names
 * @param vlans what it carries
 */
record PortRow(String id, String name, String bridge, List<Card> cards, PortVlans vlans) {

  /** Names of its interfaces. */
  List<String> interfaces() {
    return cards.stream().map(Card::name).toList();
  }

  /** A port of one interface has its name. */
  boolean isBond() {
    return !interfaces().equals(List.of(name));
  }

  /** The bridge's own port, which leads into the host. */
  boolean isLocal() {
    return name.equals(bridge);
  }
}
