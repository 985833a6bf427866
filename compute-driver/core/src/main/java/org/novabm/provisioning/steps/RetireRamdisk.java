package org.novabm.provisioning.steps;

import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.spi.deploy.Deployer;

/**
 * Ends the deploy ramdisk: power off, then nothing of the order is left for the machine to boot or
 * fetch. The agent reports success after its data is on the disk, so the power may be cut.
 */
public final class RetireRamdisk implements ProvisioningStep {

  private final ProvisioningStep powerOff;
  private final Deployer deployer;

  public RetireRamdisk(ProvisioningStep powerOff, Deployer deployer) {
    this.powerOff = powerOff;
    this.deployer = deployer;
  }

  @Override
  public StepOutcome run(StepContext context) {
    StepOutcome off = powerOff.run(context);
    if (off instanceof StepOutcome.Done) {
      deployer.release(context.id());
    }
    return off;
  }
}
