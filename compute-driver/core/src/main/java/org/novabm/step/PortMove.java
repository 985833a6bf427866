package org.novabm.step;

import java.time.Duration;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.node.SwitchPort;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortMode;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.Segment;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** One move of a node's port, believed only when read back. */
final class PortMove {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Devices devices;
  private final Duration timeout;

  PortMove(Devices devices, Duration timeout) {
    this.devices = devices;
    this.timeout = timeout;
  }

  StepOutcome to(StepContext context, Segment segment) {
    Node node = context.node();
    return node == null ? NoNode.in(context) : move(context, node, segment, "on " + segment);
  }

  StepOutcome off(StepContext context, Node node) {
    return move(context, node, new Idle(), "idle");
  }

  private StepOutcome move(StepContext context, Node node, PortMode wanted, String words) {
    SwitchPort plug = devices.plug(node);
    if (plug == null) {
      return new StepOutcome.Done("no switch port on record; nothing is moved");
    }
    PortState read = devices.move(plug, wanted, context.purpose(), timeout);
    return read.mode().equals(wanted)
        ? new StepOutcome.Done("port " + plug.port() + " is " + words)
        : new StepOutcome.RetryAfter(PAUSE, "port " + plug.port() + " read back as " + read.mode());
  }
}
