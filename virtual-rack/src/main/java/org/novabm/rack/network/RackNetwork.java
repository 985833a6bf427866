package org.novabm.rack.network;

import java.util.List;
import java.util.Map;
import org.novabm.rack.process.Daemon;
import org.novabm.rack.process.Requirement;
import org.novabm.spi.network.VlanId;

/** What connects the machines with the server. */
public sealed interface RackNetwork permits SwitchedNetwork, UserNetwork {

  List<Requirement> requirements();

  /**
   * Refuses to start where something else stands in the way.
   *
   * @throws org.novabm.rack.process.RackException naming it
   */
  void checkFree();

  /** Starts what does not run. */
  void ensure();

  /** Makes a machine's port on the idle VLAN, unless it is there. */
  void ensurePort(String port);

  /** What stands before a command so that it runs in this network; may be empty. */
  List<String> prefix();

  List<Daemon> daemons();

  /** The VLAN of each port; empty where no switch is or it does not run. */
  Map<String, Integer> tags();

  /**
   * Moves a port.
   *
   * @throws org.novabm.rack.process.RackException where no switch is
   */
  void move(String port, VlanId vlan);

  List<DhcpLease> leases();

  /** Ends everything and leaves nothing behind. */
  void stop();
}
