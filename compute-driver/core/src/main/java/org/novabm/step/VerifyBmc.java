package org.novabm.step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.spi.power.PowerState;
import org.novabm.task.Fact;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** Logs in to the BMC and reads the power: address and account are right. Changes nothing. */
public final class VerifyBmc implements Step {

  private final Devices devices;
  private final Duration timeout;

  public VerifyBmc(Devices devices, Duration timeout) {
    this.devices = devices;
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return "verify_bmc";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "try the BMC";
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return null;
  }

  @Override
  public StepOutcome run(StepContext context) {
    Node node = context.node();
    if (node == null) {
      return NoNode.in(context);
    }
    PowerState read = devices.power(node, timeout, manager -> manager.state(timeout));
    return new StepOutcome.Done(
        node.power().display() + " answers: power is " + read, List.of(new Fact.Power(read)));
  }
}
