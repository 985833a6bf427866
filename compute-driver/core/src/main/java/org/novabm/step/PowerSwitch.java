package org.novabm.step;

import java.time.Duration;
import java.util.List;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerState;
import org.novabm.task.Fact;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** One power action with its confirmation. */
final class PowerSwitch {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Devices devices;
  private final PowerAction action;
  private final Duration timeout;

  PowerSwitch(Devices devices, PowerAction action, Duration timeout) {
    this.devices = devices;
    this.action = action;
    this.timeout = timeout;
  }

  StepOutcome turn(StepContext context) {
    Node node = context.node();
    if (node == null) {
      return NoNode.in(context);
    }
    PowerState read = devices.power(node, timeout, manager -> manager.apply(action, timeout));
    if (read == action.target()) {
      return new StepOutcome.Done("power is " + read, List.of(new Fact.Power(read)));
    }
    return new StepOutcome.RetryAfter(
        PAUSE,
        "%s took the order %s but its power was still %s after %d s"
            .formatted(node.power().display(), action, read, timeout.toSeconds()));
  }
}
