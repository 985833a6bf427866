package org.novabm.device;

import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.PowerManager;

/** Opens the managers of a node's devices, by the names on record. */
public interface Backends {

  /**
   * The power manager of the node's BMC; the caller closes it.
   *
   * @throws IllegalArgumentException when no back end has the recorded name; the message lists
   *     those there are
   */
  PowerManager power(Node node);

  /** The manager of the switch; the caller closes it. */
  SwitchManager network(NetworkSwitch networkSwitch);
}
