package org.novabm.provisioning.steps;

import java.time.Duration;
import org.novabm.device.Devices;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.spi.deploy.Deployer;

/** Lets the machine have its boot file and one-time secret; undone by {@link WithdrawBootFiles}. */
public final class PublishBootFiles implements ProvisioningStep {

  private final Deployer deployer;
  private final WiringCheck wiring;
  private final Duration window;

  /** For a time, in which the switch of the machine's port is asked who called. */
  public PublishBootFiles(
      Deployer deployer, Devices devices, Duration switchTimeout, Duration window) {
    this.deployer = deployer;
    this.wiring = new WiringCheck(devices, switchTimeout);
    this.window = window;
  }

  @Override
  public StepOutcome run(StepContext context) {
    if (wiring.canTell(context.node())) {
      deployer.publishGuarded(context.id(), window);
    } else {
      deployer.publish(context.id(), window);
    }
    return new StepOutcome.Done("boot files for " + window.toMinutes() + " min");
  }
}
