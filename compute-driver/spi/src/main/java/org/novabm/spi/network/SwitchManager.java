package org.novabm.spi.network;

import java.time.Duration;
import org.novabm.spi.BackendException;

/**
 * The ports of one switch. Operations block, are idempotent and read the port back before they
 * return; a port that could not be read is never reported as moved.
 */
public interface SwitchManager extends AutoCloseable {

  /**
   * Reads a port.
   *
   * @throws BackendException.Refused when the switch has no such port
   */
  PortState read(PortName port, Duration within);

  /**
   * Makes the port an access port of the VLAN, leaving any other.
   *
   * @return the port as read back: on that VLAN
   * @throws BackendException when it is not, or nobody knows
   */
  PortState attach(PortName port, VlanId vlan, Duration within);

  /**
   * Takes the port off every VLAN, so that its machine reaches nobody.
   *
   * @return the port as read back: idle
   */
  PortState detach(PortName port, Duration within);

  @Override
  void close();
}
