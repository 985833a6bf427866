package org.novabm.api;

import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;

/**
 * Looks at the address of a device before it is put on record, without asking the device. Both
 * throw {@link IllegalArgumentException} for one that cannot be of its kind; the message says why
 * and holds no secret.
 */
public interface EndpointCheck {

  /** The node's BMC. */
  void node(Node node);

  /** The switch. */
  void networkSwitch(NetworkSwitch networkSwitch);
}
