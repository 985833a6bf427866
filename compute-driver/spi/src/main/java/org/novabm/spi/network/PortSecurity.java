package org.novabm.spi.network;

import java.time.Duration;
import java.util.Set;
import org.novabm.spi.MacAddress;

/** Switches that let only known cards speak on a port. */
public interface PortSecurity {

  /**
   * Frames from other addresses are dropped from now on; an address is never learned on another
   * port while it is admitted here. Holds until it is called again, also over attach and detach.
   *
   * @param macs who may speak; empty lets everybody
   */
  void admit(PortName port, Set<MacAddress> macs, Duration within);

  /** Who may speak on the port; empty for everybody. */
  Set<MacAddress> admitted(PortName port, Duration within);
}
