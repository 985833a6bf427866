package org.novabm.rack.network;

import java.util.List;
import java.util.Map;
import org.novabm.rack.process.Daemon;
import org.novabm.spi.network.VlanId;

/** By what the ports of the rack's Open vSwitch are moved. */
interface SwitchFront {

  /** Starts what does not run. */
  void ensure();

  /** Makes a machine's port, unless it is there; it reaches nobody of the rack yet. */
  void ensurePort(String tap);

  /** The VLAN of each machine's port that is on one, as the switch itself has it. */
  Map<String, Integer> tags();

  /**
   * Moves a port by hand.
   *
   * @throws org.novabm.rack.process.RackException where another than we is to move it
   */
  void move(String port, VlanId vlan);

  List<Daemon> daemons();

  void stop();
}
