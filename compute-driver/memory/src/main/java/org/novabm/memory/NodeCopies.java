package org.novabm.memory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.Capacity;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.novabm.node.Occupant;
import org.novabm.node.SwitchPort;
import org.novabm.node.TaskState;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.PortName;
import org.novabm.spi.power.Firmware;

/** Nodes that are nearly as others. */
final class NodeCopies {

  private NodeCopies() {}

  /** A node of the usual kind, on port {@code p<id>} of switch 1. */
  static Node standard(long id, int memoryMb) {
    MacAddress mac = new MacAddress("52:54:00:ac:00:%02x".formatted(id));
    return new Node(
        0,
        UUID.randomUUID(),
        "host1",
        "",
        new Capacity(4, memoryMb, 10),
        new BmcEndpoint("10.0.0." + id, 0, "admin"),
        "",
        0,
        Firmware.BIOS,
        new SwitchPort(1, new PortName("p" + id)),
        List.of(NodeInterface.of(mac)),
        null,
        ProvisionState.AVAILABLE,
        null,
        null,
        0);
  }

  /** What the store itself says of it. */
  record Row(
      long id,
      List<NodeInterface> cards,
      @Nullable Occupant occupant,
      ProvisionState state,
      @Nullable TaskState word,
      long version) {

    /** A node as it is, to be written over. */
    static Row of(Node node) {
      return new Row(
          node.id(),
          node.interfaces(),
          node.occupant(),
          node.state(),
          node.taskState(),
          node.version() + 1);
    }

    Row with(List<NodeInterface> changed) {
      return new Row(id, changed, occupant, state, word, version);
    }

    Row with(@Nullable Occupant who, ProvisionState now, @Nullable TaskState old) {
      return new Row(id, cards, who, now, old, version);
    }
  }

  /**
   * A node as it is stored.
   *
   * @param named whose uuid and host it has
   * @param n all else that an operator says of it
   */
  static Node stored(Node named, Node n, Row row, Instant now) {
    return new Node(
        row.id(),
        named.uuid(),
        named.serviceHost(),
        n.address(),
        n.capacity(),
        n.power(),
        n.powerManager(),
        n.terminalPort(),
        n.firmware(),
        n.switchPort(),
        row.cards(),
        row.occupant(),
        row.state(),
        row.word(),
        now,
        row.version(),
        n.details());
  }

  /** The same with another BMC, or another account on it. */
  static Node withBmc(Node it, BmcEndpoint power) {
    return new Node(
        it.id(),
        it.uuid(),
        it.serviceHost(),
        it.address(),
        it.capacity(),
        power,
        it.powerManager(),
        it.terminalPort(),
        it.firmware(),
        it.switchPort(),
        it.interfaces(),
        it.occupant(),
        it.state(),
        it.taskState(),
        it.updated(),
        it.version(),
        it.details());
  }
}
