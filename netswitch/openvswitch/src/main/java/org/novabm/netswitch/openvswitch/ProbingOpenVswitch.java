package org.novabm.netswitch.openvswitch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.novabm.netswitch.openvswitch.ovsdb.AnswerBounds;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Neighbour;
import org.novabm.spi.network.NeighbourTable;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.ProbeResult;
import org.novabm.spi.network.SegmentProbe;
import org.novabm.spi.network.VlanId;

/**
 * An Open vSwitch whose daemon can be asked where it would send a frame ({@code ofproto/trace},
 * ovs-vswitchd(8)): its own forwarding decides, with flows, learned addresses and all.
 */
final class ProbingOpenVswitch extends OpenVswitchManager implements SegmentProbe, NeighbourTable {

  /** A line of {@code fdb/show}: port number, VLAN, address, age. */
  private static final Pattern LEARNED =
      Pattern.compile("(?m)^ *([0-9]+) +[0-9]+ +([0-9a-f:]{17}) ");

  private final Endpoint endpoint;
  private final SwitchControl control;

  ProbingOpenVswitch(Endpoint endpoint, VlanId idleVlan, Path socketFolder, AnswerBounds bounds) {
    super(endpoint, idleVlan, bounds);
    this.endpoint = endpoint;
    this.control = new SwitchControl(endpoint, socketFolder, bounds);
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

  /** It keeps no table of what it hears over LLDP. */
  @Override
  public List<Neighbour> neighbours(Duration within) {
    return List.of();
  }

  @Override
  public List<MacAddress> learned(PortName port, Duration within) {
    Deadline deadline = Deadline.in(within);
    PortRow row = find(snapshot(within), port);
    Set<Integer> numbers = row.cards().stream().map(Card::number).collect(Collectors.toSet());
    return LEARNED
        .matcher(control.addresses(row.bridge(), deadline))
        .results()
        .filter(line -> numbers.contains(Integer.valueOf(line.group(1))))
        .map(line -> new MacAddress(line.group(2)))
        .distinct()
        .sorted()
        .toList();
  }
}
