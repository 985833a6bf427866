package org.novabm.api.v1;

import org.jspecify.annotations.Nullable;
import org.novabm.api.GivenPasswords;
import org.novabm.api.KnownBackends;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.node.Capacity;
import org.novabm.node.Node;
import org.novabm.node.SwitchPort;
import org.novabm.rest.v1.NodeChangeBody;
import org.novabm.rest.v1.PowerBody;
import org.novabm.rest.v1.SwitchId;
import org.novabm.spi.Secret;
import org.novabm.spi.network.PortName;

/** Reads what is to be changed of a node. */
final class NodeChanges {

  private static final int HIGHEST_PORT = 65_535;

  private NodeChanges() {}

  /** The node as it is to be; cards, occupant and state are those it has. */
  static Node over(NodeChangeBody body, Node now, KnownBackends.Names managers) {
    Capacity has = now.capacity();
    PowerBody power = body.power();
    return new Node(
        now.id(),
        now.uuid(),
        now.serviceHost(),
        Field.textOr("address", body.address(), 255, now.address()),
        new Capacity(
            Field.wholeOr("cpus", body.cpus(), 1, 65_536, has.cpus()),
            Field.wholeOr("memory_mb", body.memoryMb(), 1, Integer.MAX_VALUE, has.memoryMb()),
            Field.wholeOr("local_gb", body.localGb(), 1, Integer.MAX_VALUE, has.localGb())),
        power == null ? now.power() : PowerRequests.over(power, now.power()),
        power == null
            ? now.powerManager()
            : PowerRequests.manager(power, managers, now.powerManager()),
        Field.wholeOr("terminal_port", body.terminalPort(), 0, HIGHEST_PORT, now.terminalPort()),
        NodeRequests.firmware(body.firmware(), now.firmware()),
        port(body, now.switchPort()),
        now.interfaces(),
        now.occupant(),
        now.state(),
        now.taskState(),
        now.updated(),
        now.version(),
        DetailsRequests.over(body.details(), now.details()));
  }

  /** Of the BMC; null when it stays as it is. */
  static @Nullable Secret password(NodeChangeBody body) {
    PowerBody power = body.power();
    return power == null ? null : GivenPasswords.orNull(power.password());
  }

  private static @Nullable SwitchPort port(NodeChangeBody body, @Nullable SwitchPort now) {
    SwitchId other = body.switchId();
    String port = body.switchPort();
    if (other == null && port == null) {
      return now;
    }
    if (other != null && other.number() == null) {
      if (port != null) {
        throw Fault.field("switch_port", "must be left out when switch_id is null");
      }
      return null;
    }
    Long number = other == null ? null : other.number();
    return new SwitchPort(
        number == null ? Field.required("switch_id", now).switchId() : number,
        Field.parsed("switch_port", port, PortName::new));
  }
}
