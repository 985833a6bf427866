package org.novabm.netswitch.openflow.flows;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

/**
 * Which ports of a switch carry what. Ports are told by their OpenFlow numbers.
 *
 * @param segments what each attached port carries; others are idle
 * @param admitted who alone may speak on a port; where none is named, everybody may
 * @param uplinks ports that carry every VLAN that some other port carries, tagged
 */
public record Membership(
    SortedMap<Integer, Segment> segments,
    SortedMap<Integer, SortedSet<MacAddress>> admitted,
    SortedSet<Integer> uplinks) {

  /** Nobody is attached. */
  public static Membership none(Collection<Integer> uplinks) {
    return new Membership(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(uplinks));
  }

  public PortMode mode(int port) {
    Segment segment = segments.get(port);
    return segment == null ? new Idle() : segment;
  }

  /** The same, with these ports set so. */
  public Membership with(Map<Integer, PortMode> modes) {
    SortedMap<Integer, Segment> next = new TreeMap<>(segments);
    modes.forEach(
        (port, mode) -> {
          switch (mode) {
            case Idle() -> next.remove(port);
            case Segment segment -> next.put(port, segment);
          }
        });
    return new Membership(next, admitted, uplinks);
  }

  /** The same, with these ports idle. */
  public Membership without(Collection<Integer> ports) {
    SortedMap<Integer, Segment> next = new TreeMap<>(segments);
    next.keySet().removeAll(Set.copyOf(ports));
    return new Membership(next, admitted, uplinks);
  }

  /** The same, with these alone let speak on the port. */
  public Membership admitting(int port, Set<MacAddress> macs) {
    SortedMap<Integer, SortedSet<MacAddress>> next = new TreeMap<>(admitted);
    if (macs.isEmpty()) {
      next.remove(port);
    } else {
      next.put(port, new TreeSet<>(macs));
    }
    return new Membership(segments, next, uplinks);
  }

  public SortedSet<MacAddress> admitted(int port) {
    SortedSet<MacAddress> macs = admitted.get(port);
    return macs == null ? Collections.emptySortedSet() : macs;
  }

  /** Every VLAN that is carried. */
  Set<Integer> vlans() {
    Set<Integer> all = new TreeSet<>();
    for (Segment segment : segments.values()) {
      vlans(segment).map(VlanId::number).forEach(all::add);
    }
    return all;
  }

  private static Stream<VlanId> vlans(Segment segment) {
    return switch (segment) {
      case Access(VlanId vlan) -> Stream.of(vlan);
      case Trunk(var untagged, var tagged) ->
          Stream.concat(Stream.ofNullable(untagged), tagged.stream());
    };
  }

  /** Ports whose untagged frames are of the VLAN. */
  List<Integer> untagged(int vlan) {
    return segments.keySet().stream().filter(port -> nativeVlan(port) == vlan).toList();
  }

  /** Ports whose frames of the VLAN have its tag, uplinks among them. */
  List<Integer> tagged(int vlan) {
    VlanId id = new VlanId(vlan);
    return Stream.concat(
            segments.entrySet().stream()
                .filter(it -> it.getValue() instanceof Trunk trunk && trunk.tagged().contains(id))
                .map(Map.Entry::getKey),
            uplinks.stream())
        .sorted()
        .toList();
  }

  private int nativeVlan(int port) {
    VlanId vlan =
        switch (segments.get(port)) {
          case Access(VlanId only) -> only;
          case Trunk(var untagged, var tagged) -> untagged;
          case null -> null;
        };
    return vlan == null ? FlowMatch.UNTAGGED : vlan.number();
  }
}
