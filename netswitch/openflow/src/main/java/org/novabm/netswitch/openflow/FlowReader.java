package org.novabm.netswitch.openflow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openflow.flows.Cookie;
import org.novabm.netswitch.openflow.flows.Flow;
import org.novabm.netswitch.openflow.flows.FlowAction;
import org.novabm.netswitch.openflow.flows.FlowMatch;
import org.novabm.spi.MacAddress;
import org.projectfloodlight.openflow.protocol.OFFlowStatsEntry;
import org.projectfloodlight.openflow.protocol.OFVersion;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.protocol.action.OFActionOutput;
import org.projectfloodlight.openflow.protocol.action.OFActionPopVlan;
import org.projectfloodlight.openflow.protocol.action.OFActionPushVlan;
import org.projectfloodlight.openflow.protocol.action.OFActionSetField;
import org.projectfloodlight.openflow.protocol.action.OFActionSetVlanVid;
import org.projectfloodlight.openflow.protocol.action.OFActionStripVlan;
import org.projectfloodlight.openflow.protocol.instruction.OFInstruction;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructionApplyActions;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructionGotoTable;
import org.projectfloodlight.openflow.protocol.match.Match;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.protocol.oxm.OFOxmVlanVid;
import org.projectfloodlight.openflow.types.EthType;
import org.projectfloodlight.openflow.types.OFPort;
import org.projectfloodlight.openflow.types.OFVlanVidMatch;

/**
 * What a switch lists, as flows of ours.
 *
 * @param version that it was listed in
 */
record FlowReader(OFVersion version) {

  private boolean isOld() {
    return version == OFVersion.OF_10;
  }

  /**
   * A flow of ours.
   *
   * @return null when it is somebody else's
   * @throws IllegalArgumentException when it has our cookie and does what none of ours does
   */
  @Nullable Flow read(OFFlowStatsEntry entry) {
    long cookie = entry.getCookie().getValue();
    return Cookie.isOurs(cookie)
        ? new Flow(
            isOld() ? 0 : entry.getTableId().getValue(),
            entry.getPriority(),
            match(entry.getMatch()),
            isOld() ? readActions(entry.getActions()) : readInstructions(entry.getInstructions()),
            Cookie.of(cookie))
        : null;
  }

  private static FlowMatch match(Match match) {
    OFPort port = match.get(MatchField.IN_PORT);
    OFVlanVidMatch vlan = match.get(MatchField.VLAN_VID);
    EthType type = match.get(MatchField.ETH_TYPE);
    return new FlowMatch(
        port == null ? null : port.getPortNumber(),
        vlan == null ? null : vlan.equals(OFVlanVidMatch.UNTAGGED) ? 0 : (int) vlan.getVlan(),
        mac(match.get(MatchField.ETH_SRC)),
        mac(match.get(MatchField.ETH_DST)),
        type == null ? null : type.getValue());
  }

  private static @Nullable MacAddress mac(
      org.projectfloodlight.openflow.types.@Nullable MacAddress mac) {
    return mac == null ? null : new MacAddress(mac.toString());
  }

  private static List<FlowAction> readInstructions(List<OFInstruction> instructions) {
    List<FlowAction> actions = new ArrayList<>();
    for (OFInstruction instruction : instructions) {
      switch (instruction) {
        case OFInstructionApplyActions apply -> actions.addAll(readActions(apply.getActions()));
        case OFInstructionGotoTable go ->
            actions.add(new FlowAction.Then(go.getTableId().getValue()));
        default -> throw new IllegalArgumentException(instruction.toString());
      }
    }
    return actions;
  }

  private static List<FlowAction> readActions(List<OFAction> list) {
    List<FlowAction> actions = new ArrayList<>();
    for (OFAction action : list) {
      switch (action) {
        case OFActionOutput output when output.getPort().equals(OFPort.CONTROLLER) ->
            actions.add(new FlowAction.ToController());
        case OFActionOutput output ->
            actions.add(new FlowAction.Output(output.getPort().getPortNumber()));
        case OFActionSetVlanVid set -> actions.add(new FlowAction.Tag(set.getVlanVid().getVlan()));
        case OFActionSetField set when set.getField() instanceof OFOxmVlanVid vlan ->
            actions.add(new FlowAction.Tag(vlan.getValue().getVlan()));
        case OFActionPushVlan ignored -> {}
        case OFActionPopVlan ignored -> actions.add(new FlowAction.Untag());
        case OFActionStripVlan ignored -> actions.add(new FlowAction.Untag());
        default -> throw new IllegalArgumentException(action.toString());
      }
    }
    return actions;
  }
}
