package org.novabm.provisioning.steps;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.node.Node;
import org.novabm.node.SwitchPort;
import org.novabm.provisioning.Devices;
import org.novabm.provisioning.StepOutcome;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.VlanId;

/** One move of a node's port, believed only when read back. */
final class PortMove {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Devices devices;
  private final Duration timeout;

  PortMove(Devices devices, Duration timeout) {
    this.devices = devices;
    this.timeout = timeout;
  }

  StepOutcome to(@Nullable Node node, VlanId vlan) {
    if (node == null) {
      return NoNode.OUTCOME;
    }
    SwitchPort plug = node.switchPort();
    if (plug == null) {
      return new StepOutcome.Done("no switch port on record; nothing is moved");
    }
    PortState read =
        devices.network(plug.switchId(), manager -> manager.attach(plug.port(), vlan, timeout));
    return read.isOn(vlan)
        ? new StepOutcome.Done("port " + plug.port() + " is on VLAN " + vlan)
        : new StepOutcome.RetryAfter(PAUSE, "port " + plug.port() + " read back as " + read.vlan());
  }

  StepOutcome off(Node node) {
    SwitchPort plug = node.switchPort();
    if (plug == null) {
      return new StepOutcome.Done("no switch port on record; nothing is moved");
    }
    PortState read =
        devices.network(plug.switchId(), manager -> manager.detach(plug.port(), timeout));
    return read.isIdle()
        ? new StepOutcome.Done("port " + plug.port() + " is idle")
        : new StepOutcome.RetryAfter(
            PAUSE, "port " + plug.port() + " is still on VLAN " + read.vlan());
  }
}
