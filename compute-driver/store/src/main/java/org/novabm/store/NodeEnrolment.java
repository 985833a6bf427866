package org.novabm.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.novabm.node.DuplicateException;
import org.novabm.node.NewNode;
import org.novabm.node.Node;
import org.novabm.node.NodeDetails;
import org.novabm.node.NodeInterface;
import org.novabm.node.Twins;
import org.novabm.spi.Secret;
import org.novabm.store.secret.SecretKind;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Puts new nodes on record, many in one transaction. The tables' unique columns say whether
 * somebody has what must be had alone; only when they refuse is looked for the owner.
 */
record NodeEnrolment(
    Transactions transactions,
    NodeRows nodes,
    InterfaceRows cards,
    DetailsRows details,
    NodeConflicts conflicts,
    Bmcs bmcs,
    Passwords passwords) {

  /**
   * All of them or none.
   *
   * @throws DuplicateException naming what somebody has already, and its owner
   */
  List<Node> add(List<NewNode> added, Instant now) {
    Twins.refuse(added.stream().map(NewNode::node).toList());
    try {
      return transactions.run(() -> write(added, now));
    } catch (DataIntegrityViolationException e) {
      return lookingFirst(added, now);
    }
  }

  /** Somebody has something, or an old tool left it behind. */
  private List<Node> lookingFirst(List<NewNode> added, Instant now) {
    try {
      return transactions.run(
          () -> {
            added.forEach(one -> conflicts.refuse(one.node()));
            added.forEach(one -> bmcs.removeLeftBehind(one.node().power()));
            return write(added, now);
          });
    } catch (DataIntegrityViolationException e) {
      // whoever was faster committed first, so this look finds and names it
      transactions.run(
          () -> {
            added.forEach(one -> conflicts.refuse(one.node()));
            return true;
          });
      throw new DuplicateException(
          "the MAC address, uuid, BMC or switch port of a node is in use already; list the nodes to see by whom");
    }
  }

  private List<Node> write(List<NewNode> added, Instant now) {
    bmcs.refuseThoseOfOldTools(added.stream().map(one -> one.node().power()).toList());
    List<Node> stored = new ArrayList<>(added.size());
    Map<Long, Secret> secrets = new HashMap<>();
    for (NewNode one : added) {
      NodeRow row = nodes.save(new NodeRow(one.node(), now));
      long id = Objects.requireNonNull(row.id);
      NodeDetails said = one.node().details();
      if (!said.equals(NodeDetails.NONE)) {
        details.save(new DetailsRow(id, said));
      }
      stored.add(row.toNode(insertCards(id, one.node(), now)).with(said));
      secrets.put(id, one.password());
    }
    bmcs.enter(stored);
    passwords.keepNew(SecretKind.NODE, secrets);
    return stored;
  }

  private List<NodeInterface> insertCards(long id, Node node, Instant now) {
    return node.interfaces().stream()
        .map(card -> cards.save(new InterfaceRow(id, card, now)).toInterface())
        .toList();
  }
}
