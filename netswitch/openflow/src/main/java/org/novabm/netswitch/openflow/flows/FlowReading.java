package org.novabm.netswitch.openflow.flows;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openflow.flows.FlowAction.Output;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

/**
 * What our flows on a switch say.
 *
 * @param flows as the switch lists them
 * @param who which ports carry what, by the flows that let their frames in
 * @param probe to whom probe frames are sent; null when the switch catches none
 */
public record FlowReading(List<Flow> flows, Membership who, @Nullable MacAddress probe) {

  private static final MacAddress NOBODY = new MacAddress("00:00:00:00:00:00");

  /**
   * Makes sense of flows.
   *
   * @param flows of ours, all of them
   * @param uplinks ports whose flows follow from those of the others
   */
  public static FlowReading of(Collection<Flow> flows, Collection<Integer> uplinks) {
    Map<Integer, Carried> carried = new TreeMap<>();
    SortedMap<Integer, SortedSet<MacAddress>> admitted = new TreeMap<>();
    MacAddress probe = null;
    for (Flow flow : flows) {
      Integer port = flow.match().inPort();
      MacAddress source = flow.match().source();
      if (TwoTables.isCatcher(flow)) {
        probe = flow.match().destination();
      }
      if (port != null && flow.table() == Layout.ENTRY && !uplinks.contains(port)) {
        if (flow.priority() == Layout.SEGMENT_PRIORITY) {
          carried.computeIfAbsent(port, key -> new Carried()).take(flow);
        } else if (flow.priority() == Layout.REMINDER_PRIORITY && source != null) {
          admitted.computeIfAbsent(port, key -> new TreeSet<>()).add(source);
        }
      }
    }
    SortedMap<Integer, Segment> segments = new TreeMap<>();
    carried.forEach((port, it) -> segments.put(port, it.segment()));
    return new FlowReading(
        List.copyOf(flows), new Membership(segments, admitted, new TreeSet<>(uplinks)), probe);
  }

  /** The switch has what each of ours has; before that a frame goes where others sent it. */
  public boolean isOurs() {
    return flows.stream()
        .anyMatch(
            flow ->
                flow.table() == Layout.ENTRY
                    && flow.priority() == Layout.MISS_PRIORITY
                    && flow.match().equals(FlowMatch.ALL)
                    && flow.actions().isEmpty());
  }

  /** How the flows of the port differ from those of a port that carries what it seems to. */
  public List<Flow> faults(int port, Layout layout) {
    return faults(layout).stream()
        .filter(flow -> flow.cookie().port() == port || flow.actions().contains(new Output(port)))
        .toList();
  }

  /** Ports of which {@link #faults} has some to tell. */
  public Set<Integer> faulty(Layout layout) {
    Set<Integer> ports = new TreeSet<>();
    for (Flow flow : faults(layout)) {
      ports.add(flow.cookie().port());
      for (FlowAction action : flow.actions()) {
        if (action instanceof Output(int port)) {
          ports.add(port);
        }
      }
    }
    return ports;
  }

  private List<Flow> faults(Layout layout) {
    MacAddress caught = probe == null ? NOBODY : probe;
    return FlowDiff.between(flows, layout.flows(who, caught)).all().toList();
  }

  /** VLANs of one port, as its flows come. */
  private static final class Carried {

    private @Nullable VlanId untagged;
    private final SortedSet<VlanId> tagged = new TreeSet<>();

    void take(Flow flow) {
      Integer tag = flow.match().vlan();
      if (tag == null) {
        return;
      }
      if (tag == FlowMatch.UNTAGGED) {
        untagged = new VlanId(flow.cookie().vlan());
      } else {
        tagged.add(new VlanId(tag));
      }
    }

    Segment segment() {
      if (tagged.isEmpty() && untagged != null) {
        return new Access(untagged);
      }
      return Trunk.of(untagged, tagged);
    }
  }
}
