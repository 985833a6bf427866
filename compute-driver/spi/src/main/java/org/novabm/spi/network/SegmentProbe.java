package org.novabm.spi.network;

import java.time.Duration;
import org.novabm.spi.BackendException;

/**
 * Switches that can be asked, of what they forward and not of what they were told, where a frame
 * from a port would go.
 */
public interface SegmentProbe {

  /**
   * Sends a frame, really or by the switch's own simulation, in at the port and looks where it
   * comes out.
   *
   * @param port where it goes in, untagged
   * @param vlan the segment it must not reach
   * @return what was seen
   * @throws BackendException when that could not be found out; the port counts as not isolated then
   */
  ProbeResult probe(PortName port, VlanId vlan, Duration within);
}
