package org.novabm.provisioning.steps;

import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.spi.deploy.Deployer;

/** Lets the order go, with the image and the secrets it holds. */
public final class ForgetOrder implements ProvisioningStep {

  private final Deployer deployer;

  public ForgetOrder(Deployer deployer) {
    this.deployer = deployer;
  }

  @Override
  public StepOutcome run(StepContext context) {
    deployer.release(context.id());
    return new StepOutcome.Done("order is forgotten");
  }
}
