package org.novabm.store;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.node.DuplicateException;
import org.novabm.node.Node;
import org.novabm.node.SwitchPort;
import org.novabm.spi.MacAddress;

/** Looks for owners of what must be unique among nodes. */
record NodeConflicts(NodeRows nodes, InterfaceRows cards, Bmcs bmcs) {

  /**
   * Refuses what somebody has already.
   *
   * @throws DuplicateException naming it and its owner
   */
  void refuse(Node node) {
    refuse(node.uuid(), node.macs());
    bmcs.refuse(node.power(), 0);
    refusePort(node.switchPort(), 0);
  }

  /**
   * Refuses a switch port that another node has.
   *
   * @param own number of the node that may have it; 0 for none
   * @throws DuplicateException naming it and its owner
   */
  void refusePort(@Nullable SwitchPort plug, long own) {
    Long owner = plug == null ? null : nodes.ownerOfPort(plug.switchId(), plug.port().text());
    if (owner != null && owner != own) {
      throw new DuplicateException(
          "port %s of switch %d is where node %d is plugged in; is one of them wrong?"
              .formatted(Objects.requireNonNull(plug).port(), plug.switchId(), owner));
    }
  }

  /**
   * Refuses a uuid, where one is given, and addresses that somebody has already.
   *
   * @throws DuplicateException naming it and its owner
   */
  void refuse(@Nullable UUID uuid, List<MacAddress> macs) {
    List<String> addresses = macs.stream().map(MacAddress::text).toList();
    if (addresses.stream().distinct().count() < addresses.size()) {
      throw new DuplicateException("a MAC address is named twice in " + addresses);
    }
    for (InterfaceRow card : cards.findByAddressIn(addresses)) {
      throw new DuplicateException(
          "MAC address %s belongs to node %d already; remove it there first"
              .formatted(card.address, card.nodeId));
    }
    Long owner = uuid == null ? null : nodes.ownerOfUuid(uuid.toString());
    if (owner != null) {
      throw new DuplicateException(
          "uuid %s belongs to node %d, or did before that was deleted; use another uuid"
              .formatted(uuid, owner));
    }
  }
}
