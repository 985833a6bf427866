package org.novabm.netswitch.openflow;

import java.util.ArrayList;
import java.util.List;
import org.novabm.netswitch.openflow.flows.Cookie;
import org.novabm.netswitch.openflow.flows.Flow;
import org.novabm.netswitch.openflow.flows.FlowAction;
import org.novabm.netswitch.openflow.flows.FlowMatch;
import org.novabm.spi.MacAddress;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFFlowMod;
import org.projectfloodlight.openflow.protocol.OFFlowStatsRequest;
import org.projectfloodlight.openflow.protocol.OFVersion;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.protocol.instruction.OFInstruction;
import org.projectfloodlight.openflow.protocol.match.Match;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.types.EthType;
import org.projectfloodlight.openflow.types.OFBufferId;
import org.projectfloodlight.openflow.types.OFGroup;
import org.projectfloodlight.openflow.types.OFPort;
import org.projectfloodlight.openflow.types.OFVlanVidMatch;
import org.projectfloodlight.openflow.types.TableId;
import org.projectfloodlight.openflow.types.U64;
import org.projectfloodlight.openflow.types.VlanVid;

/**
 * Our flows as messages.
 *
 * @param factory of the version that the switch speaks
 */
record FlowWriter(OFFactory factory) {

  private static final int WHOLE_FRAME = 0xffff;

  private boolean old() {
    return factory.getVersion() == OFVersion.OF_10;
  }

  OFFlowMod add(Flow flow) {
    return fill(factory.buildFlowAdd(), flow);
  }

  /** Other actions for a flow that is there; its counters go on. */
  OFFlowMod change(Flow flow) {
    return fill(factory.buildFlowModifyStrict(), flow);
  }

  OFFlowMod delete(Flow flow) {
    return fill(factory.buildFlowDeleteStrict(), flow);
  }

  private OFFlowMod fill(OFFlowMod.Builder message, Flow flow) {
    message
        .setMatch(match(flow.match()))
        .setPriority(flow.priority())
        .setCookie(U64.of(flow.cookie().bits()))
        .setBufferId(OFBufferId.NO_BUFFER)
        .setOutPort(OFPort.ANY);
    if (old()) {
      return message.setActions(actions(flow)).build();
    }
    return message
        .setTableId(TableId.of(flow.table()))
        .setOutGroup(OFGroup.ANY)
        .setInstructions(instructions(flow))
        .build();
  }

  /** All flows; of a switch that can tell them apart, ours alone. */
  OFFlowStatsRequest listing() {
    return listing(Cookie.OURS, Cookie.OURS_MASK);
  }

  /** The flows of one cookie; only where {@link #canTellApart}. */
  OFFlowStatsRequest listing(Cookie cookie) {
    return listing(cookie.bits(), -1);
  }

  /** Flows can be asked for by cookie. */
  boolean canTellApart() {
    return !old();
  }

  private OFFlowStatsRequest listing(long cookie, long mask) {
    OFFlowStatsRequest.Builder request =
        factory
            .buildFlowStatsRequest()
            .setMatch(factory.buildMatch().build())
            .setTableId(TableId.ALL)
            .setOutPort(OFPort.ANY);
    if (canTellApart()) {
      request.setOutGroup(OFGroup.ANY).setCookie(U64.of(cookie)).setCookieMask(U64.of(mask));
    }
    return request.build();
  }

  private Match match(FlowMatch wanted) {
    Match.Builder match = factory.buildMatch();
    if (wanted.inPort() != null) {
      match.setExact(MatchField.IN_PORT, OFPort.of(wanted.inPort()));
    }
    if (wanted.destination() != null) {
      match.setExact(MatchField.ETH_DST, mac(wanted.destination()));
    }
    if (wanted.source() != null) {
      match.setExact(MatchField.ETH_SRC, mac(wanted.source()));
    }
    if (wanted.etherType() != null) {
      match.setExact(MatchField.ETH_TYPE, EthType.of(wanted.etherType()));
    }
    if (wanted.vlan() != null) {
      match.setExact(
          MatchField.VLAN_VID,
          wanted.vlan() == FlowMatch.UNTAGGED
              ? OFVlanVidMatch.UNTAGGED
              : OFVlanVidMatch.ofVlan(wanted.vlan()));
    }
    return match.build();
  }

  private static org.projectfloodlight.openflow.types.MacAddress mac(MacAddress mac) {
    return org.projectfloodlight.openflow.types.MacAddress.of(mac.text());
  }

  private List<OFInstruction> instructions(Flow flow) {
    List<OFInstruction> instructions = new ArrayList<>();
    List<OFAction> actions = actions(flow);
    if (!actions.isEmpty()) {
      instructions.add(factory.instructions().applyActions(actions));
    }
    for (FlowAction action : flow.actions()) {
      if (action instanceof FlowAction.Then(int table)) {
        instructions.add(factory.instructions().gotoTable(TableId.of(table)));
      }
    }
    return instructions;
  }

  private List<OFAction> actions(Flow flow) {
    List<OFAction> actions = new ArrayList<>();
    for (FlowAction action : flow.actions()) {
      switch (action) {
        case FlowAction.Output(int port) -> actions.add(output(OFPort.of(port)));
        case FlowAction.ToController() -> actions.add(output(OFPort.CONTROLLER));
        case FlowAction.Tag(int vlan) when old() ->
            actions.add(factory.actions().setVlanVid(VlanVid.ofVlan(vlan)));
        case FlowAction.Tag(int vlan) -> {
          actions.add(factory.actions().pushVlan(EthType.VLAN_FRAME));
          actions.add(
              factory.actions().setField(factory.oxms().vlanVid(OFVlanVidMatch.ofVlan(vlan))));
        }
        case FlowAction.Untag() ->
            actions.add(old() ? factory.actions().stripVlan() : factory.actions().popVlan());
        case FlowAction.Then ignored -> {}
      }
    }
    return actions;
  }

  OFAction output(OFPort port) {
    return factory.actions().output(port, port.equals(OFPort.CONTROLLER) ? WHOLE_FRAME : 0);
  }
}
