package org.novabm.store;

import java.util.List;
import java.util.Objects;
import org.novabm.node.BmcNames;
import org.novabm.node.DuplicateException;
import org.novabm.spi.Endpoint;

/** Which node has which BMC; two with one would have done to both what is done to the one. */
record Bmcs(BmcRows rows, NodeRows nodes) {

  /**
   * Refuses what somebody has already.
   *
   * @param own number of the node that may have it; 0 for none
   * @throws DuplicateException naming it and its owner
   */
  void refuse(Endpoint bmc, long own) {
    rows.owners(BmcNames.of(bmc)).forEach(owner -> refuse(bmc, own, owner));
    for (NodeRow other : nodes.ofOldTools()) {
      if (other.isOnBmc(bmc)) {
        refuse(bmc, own, Objects.requireNonNull(other.id));
      }
    }
  }

  private static void refuse(Endpoint bmc, long own, long owner) {
    if (owner == own) {
      return;
    }
    throw new DuplicateException(
        "BMC %s is that of node %d; is one of the addresses wrong?"
            .formatted(bmc.display(), owner));
  }

  /** After {@link #refuse} in the same transaction; the table lets one of two through. */
  void enter(long node, Endpoint bmc) {
    List<String> names = BmcNames.of(bmc);
    // old tools delete a node and leave this standing
    rows.named(names).forEach(row -> rows.removeLeftBehind(row.key.bmc(), row.key.twin()));
    names.forEach(name -> rows.insert(name, node));
  }

  void forget(long node) {
    rows.removeAll(node);
  }
}
