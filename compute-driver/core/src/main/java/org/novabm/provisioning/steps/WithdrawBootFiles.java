package org.novabm.provisioning.steps;

import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.spi.deploy.Deployer;

/** The machine gets no boot file, secret or image any more. */
public final class WithdrawBootFiles implements ProvisioningStep {

  private final Deployer deployer;

  public WithdrawBootFiles(Deployer deployer) {
    this.deployer = deployer;
  }

  @Override
  public StepOutcome run(StepContext context) {
    deployer.withdraw(context.id());
    return new StepOutcome.Done("boot files are withdrawn");
  }
}
