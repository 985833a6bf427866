package org.novabm.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novabm.node.DuplicateException;
import org.novabm.node.Node;
import org.novabm.node.NodeDetails;
import org.novabm.spi.Secret;
import org.novabm.store.secret.SecretKind;

/** Writes a node that is there anew, inside the caller's transaction. */
record NodeUpdate(
    NodeRows nodes,
    DetailsRows details,
    NodeAssembly assembly,
    NodeConflicts conflicts,
    Bmcs bmcs,
    Passwords passwords) {

  /**
   * Compare-and-set by the version.
   *
   * @param password null leaves what there is
   * @return as stored; null when there is no such node or somebody else wrote it
   * @throws DuplicateException naming what another node has, and that node
   */
  @Nullable Node write(Node changed, @Nullable Secret password, Instant now) {
    NodeRow row = nodes.locked(changed.id());
    Node before = row == null ? null : assembly.one(nodes.byId(changed.id()));
    if (row == null || before == null || row.version != changed.version()) {
      return null;
    }
    conflicts.refusePort(changed.switchPort(), changed.id());
    if (!row.isAt(changed.power())) {
      bmcs.refuse(changed.power(), changed.id());
      bmcs.forget(changed.id());
      bmcs.enter(changed);
    }
    if (password != null) {
      row.pmPassword = "";
      passwords.keep(SecretKind.NODE, changed.id(), password);
    }
    if (!changed.details().equals(before.details())) {
      describe(changed.id(), changed.details());
    }
    row.change(changed, now);
    return nodes.saveAndFlush(row).toNode(before.interfaces()).with(changed.details());
  }

  /** Writes what is said of a node; nothing needs no row. */
  void describe(long node, NodeDetails said) {
    if (said.equals(NodeDetails.NONE)) {
      details.remove(node);
    } else {
      details.saveAndFlush(new DetailsRow(node, said));
    }
  }

  /** For who lost against somebody at the same time: names what that one took. */
  void lookAgain(Node changed) {
    conflicts.refusePort(changed.switchPort(), changed.id());
    bmcs.refuse(changed.power(), changed.id());
  }
}
