package org.novabm.netswitch.openflow.flows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openflow.flows.FlowAction.Output;
import org.novabm.netswitch.openflow.flows.FlowAction.Tag;
import org.novabm.netswitch.openflow.flows.FlowAction.Untag;
import org.novabm.spi.MacAddress;

/**
 * OpenFlow 1.0, which has one table: each port of a VLAN has a flow to all its other ports, and one
 * to each card that we know. That is a flow for each pair of ports whose cards are known, so large
 * segments want {@link TwoTables}.
 */
public record OneTable() implements Layout {

  @Override
  public Set<Flow> flows(Membership who, MacAddress probe) {
    Set<Flow> flows = new HashSet<>(Layout.base(who));
    for (int vlan : who.vlans()) {
      Vlan ports = new Vlan(who, vlan, who.tagged(vlan), who.untagged(vlan));
      ports.untagged().forEach(port -> ports.from(port, FlowMatch.UNTAGGED).forEach(flows::add));
      ports.tagged().forEach(port -> ports.from(port, vlan).forEach(flows::add));
    }
    return flows;
  }

  private record Vlan(Membership who, int number, List<Integer> tagged, List<Integer> untagged) {

    Stream<Flow> from(int port, int tag) {
      FlowMatch match = FlowMatch.from(port).on(tag);
      return Layout.senders(match, who.admitted(port))
          .flatMap(
              sender ->
                  Stream.concat(Stream.of(flood(sender, port, tag)), known(sender, port, tag)));
    }

    private Flow flood(FlowMatch sender, int port, int tag) {
      List<FlowAction> same = new ArrayList<>();
      List<FlowAction> other = new ArrayList<>();
      boolean in = tag == FlowMatch.UNTAGGED;
      outputs(untagged, port).forEach((in ? same : other)::add);
      outputs(tagged, port).forEach((in ? other : same)::add);
      List<FlowAction> actions = new ArrayList<>(same);
      if (!other.isEmpty()) {
        actions.add(in ? new Tag(number) : new Untag());
        actions.addAll(other);
      }
      return new Flow(ENTRY, SEGMENT_PRIORITY, sender, actions, new Cookie(number, port));
    }

    private static Stream<Output> outputs(List<Integer> ports, int but) {
      return ports.stream().filter(port -> port != but).map(Output::new);
    }

    private Stream<Flow> known(FlowMatch sender, int port, int tag) {
      return Stream.concat(
          known(sender, port, untagged, tag == FlowMatch.UNTAGGED ? null : new Untag()),
          known(sender, port, tagged, tag == FlowMatch.UNTAGGED ? new Tag(number) : null));
    }

    private Stream<Flow> known(
        FlowMatch sender, int port, List<Integer> receivers, @Nullable FlowAction first) {
      return receivers.stream()
          .filter(receiver -> receiver != port)
          .flatMap(
              receiver ->
                  who.admitted(receiver).stream()
                      .map(
                          mac ->
                              new Flow(
                                  ENTRY,
                                  KNOWN_PRIORITY,
                                  sender.to(mac),
                                  Stream.concat(
                                          Stream.ofNullable(first),
                                          Stream.<FlowAction>of(new Output(receiver)))
                                      .toList(),
                                  new Cookie(number, port))));
    }
  }
}
