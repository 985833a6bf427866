package org.novabm.provisioning.steps;

import java.time.Duration;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.spi.deploy.Deployer;

/** Lets the machine have its boot file and one-time secret; undone by {@link WithdrawBootFiles}. */
public final class PublishBootFiles implements ProvisioningStep {

  private final Deployer deployer;
  private final Duration window;

  public PublishBootFiles(Deployer deployer, Duration window) {
    this.deployer = deployer;
    this.window = window;
  }

  @Override
  public StepOutcome run(StepContext context) {
    deployer.publish(context.id(), window);
    return new StepOutcome.Done("boot files for " + window.toMinutes() + " min");
  }
}
