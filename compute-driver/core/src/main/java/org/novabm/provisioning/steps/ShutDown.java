package org.novabm.provisioning.steps;

import java.time.Duration;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerState;

/** Asks the operating system to shut down, and cuts the power of one that does not. */
public final class ShutDown implements ProvisioningStep {

  private final Devices devices;
  private final Duration patience;
  private final PowerSwitch hard;

  public ShutDown(Devices devices, Duration patience, Duration timeout) {
    this.devices = devices;
    this.patience = patience;
    this.hard = new PowerSwitch(devices, PowerAction.OFF, timeout);
  }

  @Override
  public StepOutcome run(StepContext context) {
    Node node = context.node();
    if (node != null && patience.isPositive() && softly(node) == PowerState.OFF) {
      return new StepOutcome.Done("shut down");
    }
    return hard.turn(node);
  }

  /**
   * An outlet cannot ask, and some BMCs refuse to; then it is as if the machine had not listened.
   */
  private PowerState softly(Node node) {
    try {
      return devices.power(node, manager -> manager.apply(PowerAction.SOFT_OFF, patience));
    } catch (BackendException.Unsupported | BackendException.Refused e) {
      return PowerState.ON;
    }
  }
}
