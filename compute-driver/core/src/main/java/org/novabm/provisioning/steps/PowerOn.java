package org.novabm.provisioning.steps;

import java.time.Duration;
import org.novabm.device.Devices;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.spi.power.PowerAction;

/** Switches the machine on and sees that it is on; undone by {@link PowerOff}. */
public final class PowerOn implements ProvisioningStep {

  private final PowerSwitch power;

  public PowerOn(Devices devices, Duration timeout) {
    this.power = new PowerSwitch(devices, PowerAction.ON, timeout);
  }

  @Override
  public StepOutcome run(StepContext context) {
    return power.turn(context.node());
  }
}
