package org.novabm.device;

import org.novabm.node.NetworkSwitch;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.PowerManager;

/** Opens the managers of devices, by the names on record. */
public interface Backends {

  /**
   * A power manager of a BMC; the caller closes it.
   *
   * @param manager the name on record; empty for the configured one
   * @throws IllegalArgumentException when no back end has the recorded name; the message lists
   *     those there are
   */
  PowerManager power(String manager, Endpoint bmc);

  /** The manager of the switch; the caller closes it. */
  SwitchManager network(NetworkSwitch networkSwitch);
}
