package org.novabm.provisioning.steps;

import java.time.Duration;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;

/** Takes the node's port off every network, so that its machine reaches nobody. */
public final class DetachNetwork implements ProvisioningStep {

  private final PortMove move;

  public DetachNetwork(Devices devices, Duration timeout) {
    this.move = new PortMove(devices, timeout);
  }

  @Override
  public StepOutcome run(StepContext context) {
    Node node = context.node();
    return node == null ? new StepOutcome.Done("no node") : move.off(context, node);
  }
}
