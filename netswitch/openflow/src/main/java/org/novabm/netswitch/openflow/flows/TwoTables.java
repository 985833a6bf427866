package org.novabm.netswitch.openflow.flows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.novabm.netswitch.openflow.flows.FlowAction.Output;
import org.novabm.netswitch.openflow.flows.FlowAction.Tag;
import org.novabm.netswitch.openflow.flows.FlowAction.Then;
import org.novabm.netswitch.openflow.flows.FlowAction.ToController;
import org.novabm.netswitch.openflow.flows.FlowAction.Untag;
import org.novabm.spi.MacAddress;

/**
 * OpenFlow 1.3. The first table knows the ports: it gives a frame its VLAN's tag, if its sender may
 * speak. The second knows the VLANs: a frame to a card we know leaves by that card's port, any
 * other by every port of the VLAN. That is one flow a port, one a card and one a VLAN. A probe
 * frame that got its tag is sent to us instead.
 */
public record TwoTables() implements Layout {

  static final int EXIT = 1;

  /** Local experimental EtherType 1 (IEEE 802, 9.2.4). */
  public static final int PROBE_TYPE = 0x88b5;

  private static final int PROBE_PRIORITY = 60_000;

  @Override
  public Set<Flow> flows(Membership who, MacAddress probe) {
    Set<Flow> flows = new HashSet<>(Layout.base(who));
    flows.add(new Flow(EXIT, MISS_PRIORITY, FlowMatch.ALL, List.of(), Cookie.BASE));
    flows.add(catcher(probe));
    for (int vlan : who.vlans()) {
      List<Integer> tagged = who.tagged(vlan);
      List<Integer> untagged = who.untagged(vlan);
      flows.add(flood(vlan, tagged, untagged));
      for (int port : untagged) {
        classify(who, port, vlan, FlowMatch.UNTAGGED).forEach(flows::add);
        known(who, port, vlan, List.of(new Untag(), new Output(port))).forEach(flows::add);
      }
      for (int port : tagged) {
        classify(who, port, vlan, vlan).forEach(flows::add);
        known(who, port, vlan, List.of(new Output(port))).forEach(flows::add);
      }
    }
    return flows;
  }

  static Flow catcher(MacAddress probe) {
    FlowMatch match = FlowMatch.ALL.to(probe).carrying(PROBE_TYPE);
    return new Flow(EXIT, PROBE_PRIORITY, match, List.of(new ToController()), Cookie.BASE);
  }

  static boolean isCatcher(Flow flow) {
    return flow.table() == EXIT && flow.priority() == PROBE_PRIORITY;
  }

  private static Stream<Flow> classify(Membership who, int port, int vlan, int tag) {
    List<FlowAction> actions =
        tag == FlowMatch.UNTAGGED
            ? List.of(new Tag(vlan), new Then(EXIT))
            : List.of(new Then(EXIT));
    return Layout.senders(FlowMatch.from(port).on(tag), who.admitted(port))
        .map(match -> new Flow(ENTRY, SEGMENT_PRIORITY, match, actions, new Cookie(vlan, port)));
  }

  private static Stream<Flow> known(Membership who, int port, int vlan, List<FlowAction> actions) {
    return who.admitted(port).stream()
        .map(mac -> FlowMatch.of(vlan).to(mac))
        .map(match -> new Flow(EXIT, KNOWN_PRIORITY, match, actions, new Cookie(vlan, port)));
  }

  private static Flow flood(int vlan, List<Integer> tagged, List<Integer> untagged) {
    List<FlowAction> actions = new ArrayList<>();
    tagged.forEach(port -> actions.add(new Output(port)));
    if (!untagged.isEmpty()) {
      actions.add(new Untag());
      untagged.forEach(port -> actions.add(new Output(port)));
    }
    return new Flow(EXIT, SEGMENT_PRIORITY, FlowMatch.of(vlan), actions, new Cookie(vlan, 0));
  }
}
