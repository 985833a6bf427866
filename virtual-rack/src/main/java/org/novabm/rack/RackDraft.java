package org.novabm.rack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.machine.Accelerator;
import org.novabm.rack.machine.Bmc;
import org.novabm.rack.machine.BmcPorts;
import org.novabm.rack.machine.NodeFolder;
import org.novabm.rack.network.JunosFront;
import org.novabm.rack.network.Leg;
import org.novabm.rack.network.OpenFlowFront;
import org.novabm.rack.network.TapPorts;

/** Works out the addresses, ports and names of a rack that is planned. */
record RackDraft(RackPlan plan, Accelerator accelerator) {

  RackRecord record() {
    List<RackNode> nodes = new ArrayList<>();
    for (int number = 1; number <= plan.firmware().size(); number++) {
      nodes.add(node(number));
    }
    boolean switched = plan.network().isSwitched();
    return new RackRecord(
        plan.network(),
        switched ? plan.namespace() : null,
        plan.deployUrl(),
        switched ? Leg.PROVISIONING.address() : "127.0.0.1",
        plan.deployPort(),
        switchDriver(),
        switchEndpoint(),
        Leg.PROVISIONING.vlan().number(),
        Leg.TENANT.vlan().number(),
        Leg.IDLE.number(),
        accelerator,
        nodes);
  }

  private RackNode node(int number) {
    NodeFolder folder = new RackFolder(plan.folder()).node(number);
    BmcPorts bmc = bmc(number);
    return new RackNode(
        "node" + number,
        number,
        "52:54:00:ac:00:%02x".formatted(number),
        bmc.address(),
        bmc.lan(),
        bmc.serial(),
        bmc.console(),
        Bmc.USER,
        folder.password().toString(),
        switchEndpoint(),
        switchPort(number),
        folder.consoleLog().toString(),
        plan.firmware().get(number - 1),
        1,
        plan.memoryMib(),
        Math.ceilDiv(plan.diskMib(), 1024),
        plan.diskMib());
  }

  private String switchDriver() {
    return switch (plan.network()) {
      case OPENVSWITCH -> "openvswitch";
      case JUNOS -> "junos";
      case OPENFLOW -> "openflow";
      case USER -> "fake";
    };
  }

  private String switchPort(int number) {
    return plan.network() == NetworkKind.JUNOS ? TapPorts.port(number) : RackNode.tap(number);
  }

  private @Nullable String switchEndpoint() {
    return switch (plan.network()) {
      case OPENVSWITCH -> new RackFolder(plan.folder()).switchSocket().toString();
      case JUNOS -> JunosFront.ADDRESS + ":" + JunosFront.PORT;
      case OPENFLOW -> OpenFlowFront.DATAPATH;
      case USER -> null;
    };
  }

  private BmcPorts bmc(int number) {
    return switch (plan.network()) {
      // a namespace is all ours, and so are its loopback addresses
      case OPENVSWITCH, JUNOS, OPENFLOW -> new BmcPorts("127.0.1." + (number + 1), 623, 9002, 9003);
      case USER -> new BmcPorts("127.0.0.1", FreePort.udp(), FreePort.tcp(), FreePort.tcp());
    };
  }
}
