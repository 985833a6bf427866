package org.novabm.provisioning.steps;

import org.novabm.device.Devices;
import org.novabm.provisioning.ProvisioningSettings;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.spi.network.Access;

/** Moves the node's port to the provisioning network; undone by {@link DetachNetwork}. */
public final class AttachServiceNetwork implements ProvisioningStep {

  private final PortMove move;
  private final Access provisioning;

  public AttachServiceNetwork(Devices devices, ProvisioningSettings settings) {
    this.move = new PortMove(devices, settings.switchTimeout());
    this.provisioning = new Access(settings.provisioningVlan());
  }

  @Override
  public StepOutcome run(StepContext context) {
    return move.to(context, provisioning);
  }
}
