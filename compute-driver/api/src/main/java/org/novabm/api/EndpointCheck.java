package org.novabm.api;

import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.spi.Secret;

/**
 * Looks at the address of a device before it is put on record, without asking the device. Both
 * throw {@link IllegalArgumentException} for one that cannot be of its kind; the message says why
 * and holds no secret.
 */
public interface EndpointCheck {

  /** The node's BMC, with the password that is to be used there. */
  void node(Node node, Secret password);

  /** The switch. */
  void networkSwitch(NetworkSwitch networkSwitch);
}
