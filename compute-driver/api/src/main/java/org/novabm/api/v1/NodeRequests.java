package org.novabm.api.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.api.GivenPasswords;
import org.novabm.api.KnownBackends;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.Capacity;
import org.novabm.node.NewNode;
import org.novabm.node.Node;
import org.novabm.node.NodeDetails;
import org.novabm.node.NodeInterface;
import org.novabm.node.SwitchPort;
import org.novabm.rest.v1.NodeBody;
import org.novabm.rest.v1.NodesBody;
import org.novabm.rest.v1.PowerBody;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;
import org.novabm.spi.network.PortName;
import org.novabm.spi.power.Firmware;

/** Reads nodes that are to be registered. */
final class NodeRequests {

  private static final int MOST = 1000;
  private static final int MOST_CARDS = 32;

  private NodeRequests() {}

  /** Each of them; what is wrong with one is said with its place in the list. */
  static List<NewNode> all(NodesBody body, Function<NodeBody, NewNode> checked) {
    List<NodeBody> bodies = Field.listOr("nodes", body.nodes(), MOST);
    if (bodies.isEmpty()) {
      throw Fault.field("nodes", "must hold 1 to " + MOST + " nodes");
    }
    List<NewNode> all = new ArrayList<>(bodies.size());
    for (NodeBody one : bodies) {
      all.add(checked(all.size(), one, checked));
    }
    return all;
  }

  private static NewNode checked(int place, NodeBody body, Function<NodeBody, NewNode> check) {
    try {
      return check.apply(body);
    } catch (Fault fault) {
      throw fault.below("nodes[" + place + "].");
    }
  }

  static Node node(NodeBody body, String standardHost, KnownBackends.Names managers) {
    PowerBody bmc = Field.required("power", body.power());
    return new Node(
        0,
        body.uuid() == null ? UUID.randomUUID() : Field.uuid("uuid", body.uuid()),
        Field.textOr("service_host", body.serviceHost(), 255, standardHost),
        Field.textOr("address", body.address(), 255, ""),
        new Capacity(
            Field.whole("cpus", body.cpus(), 1, 65_536),
            Field.whole("memory_mb", body.memoryMb(), 1, Integer.MAX_VALUE),
            Field.whole("local_gb", body.localGb(), 1, Integer.MAX_VALUE)),
        PowerRequests.endpoint(bmc),
        PowerRequests.manager(bmc, managers, ""),
        0,
        firmware(body.firmware(), Firmware.BIOS),
        port(body),
        cards(body),
        null,
        state(body.provisionState()),
        null,
        null,
        0,
        DetailsRequests.over(body.details(), NodeDetails.NONE));
  }

  /** Of the BMC. */
  static Secret password(NodeBody body) {
    PowerBody power = body.power();
    return power == null ? Secret.EMPTY : GivenPasswords.orEmpty(power.password());
  }

  private static ProvisionState state(@Nullable String word) {
    return word == null
        ? ProvisionState.AVAILABLE
        : ProvisionState.valueOf(
            Field.word("provision_state", word, List.of("available", "enroll"))
                .toUpperCase(Locale.ROOT));
  }

  static Firmware firmware(@Nullable String word, Firmware standard) {
    return word == null
        ? standard
        : Firmware.valueOf(
            Field.word("firmware", word, List.of("bios", "uefi")).toUpperCase(Locale.ROOT));
  }

  private static @Nullable SwitchPort port(NodeBody body) {
    if (body.switchId() == null && body.switchPort() == null) {
      return null;
    }
    return new SwitchPort(
        Field.required("switch_id", body.switchId()),
        Field.parsed("switch_port", body.switchPort(), PortName::new));
  }

  private static List<NodeInterface> cards(NodeBody body) {
    List<String> names = new ArrayList<>(Field.listOr("macs", body.macs(), MOST_CARDS));
    if (body.mac() != null) {
      names.addFirst(body.mac());
    }
    String field = body.mac() == null ? "macs" : "mac";
    List<MacAddress> addresses =
        names.stream().map(name -> Field.parsed(field, name, MacAddress::ofCard)).toList();
    if (addresses.isEmpty()) {
      throw Fault.field("mac", "is missing; give mac, or macs with the one that boots first");
    }
    if (addresses.stream().distinct().count() < addresses.size()) {
      throw Fault.field("macs", "must not hold an address twice");
    }
    return addresses.stream().map(NodeInterface::of).toList();
  }
}
