package org.novabm.spi.network;

import java.time.Duration;
import java.util.List;
import org.novabm.spi.MacAddress;

/** Switches that can say what is plugged in where. */
public interface NeighbourTable {

  /** Everybody heard over LLDP, in the order of the ports. */
  List<Neighbour> neighbours(Duration within);

  /**
   * The addresses that the switch has seen sending into the port since it was last moved; empty
   * when it has seen none yet.
   */
  List<MacAddress> learned(PortName port, Duration within);
}
