package org.novabm.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.node.DuplicateException;
import org.novabm.spi.MacAddress;

/** Looks for owners of what must be unique among nodes. */
record NodeConflicts(NodeRows nodes, InterfaceRows cards) {

  /**
   * Refuses what somebody has already.
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
