package org.novabm.provisioning.steps;

import java.time.Duration;
import org.novabm.device.Devices;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.spi.power.PowerAction;

/** Off and on again, for a reboot on request. */
public final class PowerCycle implements ProvisioningStep {

  private final PowerSwitch power;

  public PowerCycle(Devices devices, Duration timeout) {
    this.power = new PowerSwitch(devices, PowerAction.CYCLE, timeout);
  }

  @Override
  public StepOutcome run(StepContext context) {
    return power.turn(context.node());
  }
}
