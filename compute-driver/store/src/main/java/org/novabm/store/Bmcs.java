package org.novabm.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.BmcNames;
import org.novabm.node.DuplicateException;
import org.novabm.node.Node;
import org.novabm.spi.Secret;
import org.springframework.jdbc.core.JdbcOperations;

/** Which node has which BMC; two with one would have done to both what is done to the one. */
record Bmcs(BmcRows rows, NodeRows nodes, JdbcOperations jdbc) {

  /**
   * Refuses what somebody has already.
   *
   * @param own number of the node that may have it; 0 for none
   * @throws DuplicateException naming it and its owner
   */
  void refuse(BmcEndpoint bmc, long own) {
    rows.owners(names(bmc)).forEach(owner -> refuse(bmc, own, owner));
    nodes.ofOldTools().forEach(other -> refuseIfOn(bmc, own, other));
  }

  /** Refuses what a node has that an old tool added, which the table knows nothing of. */
  void refuseThoseOfOldTools(List<BmcEndpoint> wanted) {
    for (NodeRow other : nodes.ofOldTools()) {
      wanted.forEach(bmc -> refuseIfOn(bmc, 0, other));
    }
  }

  private static void refuseIfOn(BmcEndpoint bmc, long own, NodeRow other) {
    if (other.isOnBmc(bmc)) {
      refuse(bmc, own, Objects.requireNonNull(other.id));
    }
  }

  private static List<String> names(BmcEndpoint bmc) {
    return BmcNames.of(bmc.with(Secret.EMPTY));
  }

  private static void refuse(BmcEndpoint bmc, long own, long owner) {
    if (owner == own) {
      return;
    }
    throw new DuplicateException(
        "BMC %s is that of node %d; is one of the addresses wrong?"
            .formatted(bmc.display(), owner));
  }

  /** After {@link #refuse} in the same transaction; the table lets one of two through. */
  void enter(Node node) {
    removeLeftBehind(node.power());
    enter(List.of(node));
  }

  /** Those that are stored just now; the table refuses what another one has. */
  void enter(List<Node> stored) {
    List<Object[]> all = new ArrayList<>();
    for (Node node : stored) {
      names(node.power()).forEach(name -> all.add(new Object[] {name, node.id()}));
    }
    // two who write the same ones in one order wait for each other, and not both for ever
    all.sort(Comparator.comparing(row -> (String) row[0]));
    jdbc.batchUpdate("insert into node_bmcs (bmc, twin, node_id) values (?, 0, ?)", all);
  }

  /** Old tools delete a node and leave this standing. */
  void removeLeftBehind(BmcEndpoint bmc) {
    rows.named(names(bmc)).forEach(row -> rows.removeLeftBehind(row.key.bmc(), row.key.twin()));
  }

  void forget(long node) {
    rows.removeAll(node);
  }
}
