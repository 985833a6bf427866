package org.novabm.device;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.node.BmcSecrets;
import org.novabm.node.Node;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.power.PowerManager;

/**
 * Opens managers of one node's BMC. The password is opened anew only when somebody comes with a
 * newer version of the node: most managers are opened for each operation.
 */
final class NodeLogin implements Supplier<PowerManager> {

  private final Backends backends;
  private final BmcSecrets secrets;
  private Node node;
  private @Nullable Endpoint known;

  NodeLogin(Backends backends, BmcSecrets secrets, Node node) {
    this.backends = backends;
    this.secrets = secrets;
    this.node = node;
  }

  synchronized void seen(Node now) {
    if (now.version() > node.version()) {
      node = now;
      known = null;
    }
  }

  @Override
  public PowerManager get() {
    Node now;
    Endpoint bmc;
    synchronized (this) {
      now = node;
      bmc = known;
    }
    if (bmc == null) {
      bmc = open(now);
      keep(now, bmc);
    }
    return backends.power(now.powerManager(), bmc);
  }

  private synchronized void keep(Node of, Endpoint bmc) {
    if (of.version() == node.version()) {
      known = bmc;
    }
  }

  /** Another process may have given the node another BMC, which is to have another lane. */
  private Endpoint open(Node now) {
    Endpoint bmc = secrets.open(now.id());
    if (!bmc.address().equals(now.power().address()) || bmc.port() != now.power().port()) {
      throw new BackendException.Refused(
          now.display(),
          "its BMC is %s now and not %s; do it again, if it is still wanted"
              .formatted(bmc.display(), now.power().display()));
    }
    return bmc;
  }
}
