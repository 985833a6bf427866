package org.novabm.step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerState;
import org.novabm.task.Fact;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** Asks the operating system to shut down, and cuts the power of one that does not. */
public final class ShutDown implements Step {

  private final Devices devices;
  private final Duration patience;
  private final PowerSwitch hard;

  public ShutDown(Devices devices, Duration patience, Duration timeout) {
    this.devices = devices;
    this.patience = patience;
    this.hard = new PowerSwitch(devices, PowerAction.OFF, timeout);
  }

  @Override
  public String name() {
    return "shut_down";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "shut down";
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return null;
  }

  @Override
  public StepOutcome run(StepContext context) {
    Node node = context.node();
    if (node != null && patience.isPositive() && softly(node) == PowerState.OFF) {
      return new StepOutcome.Done("shut down", List.of(new Fact.Power(PowerState.OFF)));
    }
    return hard.turn(context);
  }

  /**
   * An outlet cannot ask, and BMCs refuse to where no system listens; then it is as if the machine
   * had not listened.
   */
  private PowerState softly(Node node) {
    try {
      return devices.power(
          node, patience, manager -> manager.apply(PowerAction.SOFT_OFF, patience));
    } catch (BackendException.Unsupported | BackendException.Refused e) {
      return PowerState.ON;
    }
  }
}
