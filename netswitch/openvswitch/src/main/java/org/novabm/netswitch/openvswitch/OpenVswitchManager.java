package org.novabm.netswitch.openvswitch;

import java.time.Duration;
import java.util.List;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.VlanId;

/** Reads a port, changes it when it is not as wanted, and reads it again. */
final class OpenVswitchManager implements SwitchManager {

  private final String endpoint;
  private final Vsctl vsctl;
  private final VlanId idleVlan;

  OpenVswitchManager(String endpoint, Vsctl vsctl, VlanId idleVlan) {
    this.endpoint = endpoint;
    this.vsctl = vsctl;
    this.idleVlan = idleVlan;
  }

  @Override
  public PortState read(PortName port, Duration within) {
    PortVlans vlans = vlans(port, Deadline.in(within));
    PortMode mode = vlans.mode(idleVlan);
    if (mode == null) {
      throw new BackendException.Refused(
          endpoint,
          "port "
              + port
              + " is set in a way of its own ("
              + vlans
              + "); attach or detach it first");
    }
    return new PortState(port, mode);
  }

  @Override
  public PortState attach(PortName port, Segment segment, Duration within) {
    if (segment.carries(idleVlan)) {
      throw new BackendException.Refused(
          endpoint, "VLAN " + idleVlan + " marks idle ports; choose another, or another idle_vlan");
    }
    bring(port, PortVlans.of(segment), Deadline.in(within));
    return new PortState(port, segment);
  }

  @Override
  public PortState detach(PortName port, Duration within) {
    bring(port, PortVlans.idle(idleVlan), Deadline.in(within));
    return new PortState(port, new Idle());
  }

  private void bring(PortName port, PortVlans wanted, Deadline deadline) {
    // reading first also makes sure that the name is a port's: ovs-vsctl takes the first digits
    // of any row's UUID for a name as well, and would write to that row
    if (vlans(port, deadline).equals(wanted)) {
      return;
    }
    vsctl.run(deadline, wanted.settingCommand(port));
    PortVlans now = vlans(port, deadline);
    if (!now.equals(wanted)) {
      throw new BackendException.ProtocolViolation(
          endpoint,
          "port " + port + " was set to " + wanted + " and reads " + now + "; who else sets it?");
    }
  }

  private PortVlans vlans(PortName port, Deadline deadline) {
    List<OvsTable> read = vsctl.tables(deadline, PortVlans.listingCommand(port));
    OvsTable ports = read.get(0);
    if (!ports.text("name").equals(port.text())) {
      throw new BackendException.Refused(endpoint, "the switch has no port " + port);
    }
    awaitSwitch(read.get(1), deadline);
    return PortVlans.of(ports);
  }

  /**
   * The database counts changes asked for (next_cfg) and changes the switch has made (cur_cfg).
   * While the second is behind, what was read is a wish and not the state of the port.
   */
  private void awaitSwitch(OvsTable counters, Deadline deadline) {
    long wanted = counters.number("next_cfg");
    if (counters.number("cur_cfg") < wanted) {
      vsctl.run(deadline, List.of("wait-until", "Open_vSwitch", ".", "cur_cfg>=" + wanted));
    }
  }

  @Override
  public void close() {
    // every command has a connection of its own
  }
}
