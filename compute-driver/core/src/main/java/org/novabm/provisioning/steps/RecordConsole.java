package org.novabm.provisioning.steps;

import org.novabm.console.ConsoleRecorder;
import org.novabm.node.Node;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;

/** Records the machine's console before it is switched on; ended by {@link ReleaseNode}. */
final class RecordConsole implements ProvisioningStep {

  private final ConsoleRecorder consoles;
  private final ProvisioningStep switchOn;

  RecordConsole(ConsoleRecorder consoles, ProvisioningStep switchOn) {
    this.consoles = consoles;
    this.switchOn = switchOn;
  }

  @Override
  public StepOutcome run(StepContext context) {
    Node node = context.node();
    if (node != null) {
      consoles.begin(node);
    }
    return switchOn.run(context);
  }
}
