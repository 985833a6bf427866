package org.novabm.store;

import org.jspecify.annotations.Nullable;
import org.novabm.node.BmcSecrets;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.store.secret.SecretKind;

/** Of nodes in {@code bm_nodes}, whose passwords are in {@code secrets}. */
final class JpaBmcSecrets implements BmcSecrets {

  private final Transactions transactions;
  private final NodeRows nodes;
  private final Passwords passwords;

  JpaBmcSecrets(Transactions transactions, NodeRows nodes, Passwords passwords) {
    this.transactions = transactions;
    this.nodes = nodes;
    this.passwords = passwords;
  }

  @Override
  public Endpoint open(long node) {
    SealedPart found = transactions.<@Nullable SealedPart>run(() -> nodes.withPassword(node));
    if (found == null) {
      throw new BackendException.Refused("node " + node, "is not registered any more");
    }
    return found.node().bmc(password(node, found));
  }

  private Secret password(long node, SealedPart found) {
    String clear = found.node().pmPassword;
    byte[] sealed = found.sealed();
    if (clear != null && !clear.isEmpty()) {
      return Secret.of(clear);
    }
    return sealed == null ? Secret.EMPTY : opened(node, sealed);
  }

  /** Without it the BMC is not asked: some lock an account that comes with a wrong password. */
  private Secret opened(long node, byte[] sealed) {
    try {
      return passwords.open(SecretKind.NODE, node, sealed);
    } catch (IllegalStateException e) {
      throw new BackendException.Refused(
          "node " + node,
          "the password of its BMC cannot be read: %s; or give it the password again"
              .formatted(e.getMessage()));
    }
  }
}
