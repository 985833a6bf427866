package org.novabm.netswitch.openvswitch;

import java.nio.file.Path;
import java.time.Duration;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.ProbeResult;
import org.novabm.spi.network.SegmentProbe;
import org.novabm.spi.network.VlanId;

/**
 * An Open vSwitch whose daemon can be asked where it would send a frame ({@code ofproto/trace},
 * ovs-vswitchd(8)): its own forwarding decides, with flows, learned addresses and all.
 */
final class ProbingOpenVswitch extends OpenVswitchManager implements SegmentProbe {

  private final Endpoint endpoint;
  private final SwitchControl control;

  ProbingOpenVswitch(Endpoint endpoint, VlanId idleVlan, Path socketFolder) {
    super(endpoint, idleVlan);
    this.endpoint = endpoint;
    this.control = new SwitchControl(endpoint, socketFolder);
  }

  @Override
  public ProbeResult probe(PortName port, VlanId vlan, Duration within) {
    Snapshot snapshot = snapshot(within);
    PortRow row = find(snapshot, port);
    Trace trace = control.broadcast(row, Deadline.in(within));
    String evidence = "a broadcast from port %s goes to: %s".formatted(port, trace.actions());
    try {
      return new ProbeResult(trace.reaches(vlan, snapshot), evidence);
    } catch (IllegalArgumentException e) {
      throw new BackendException.Unsupported(
          endpoint.display(),
          "%s; where it goes from '%s' cannot be followed, so nothing is proven"
              .formatted(evidence, e.getMessage()));
    }
  }
}
