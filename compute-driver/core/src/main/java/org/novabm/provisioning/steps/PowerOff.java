package org.novabm.provisioning.steps;

import java.time.Duration;
import org.novabm.device.Devices;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.spi.power.PowerAction;

/** Cuts the power and sees that it is off; also the undo step of {@link PowerOn}. */
public final class PowerOff implements ProvisioningStep {

  private final PowerSwitch power;

  public PowerOff(Devices devices, Duration timeout) {
    this.power = new PowerSwitch(devices, PowerAction.OFF, timeout);
  }

  @Override
  public StepOutcome run(StepContext context) {
    return power.turn(context.node());
  }
}
