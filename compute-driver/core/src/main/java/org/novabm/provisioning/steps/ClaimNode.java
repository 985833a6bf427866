package org.novabm.provisioning.steps;

import org.novabm.node.ClaimOutcome;
import org.novabm.node.NodePool;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;

/** Picks a node and claims it; undone by {@link ReleaseNode}. */
public final class ClaimNode implements ProvisioningStep {

  private final NodePool pool;

  public ClaimNode(NodePool pool) {
    this.pool = pool;
  }

  @Override
  public StepOutcome run(StepContext context) {
    return switch (pool.claim(context.request(), context.deployment().tried())) {
      case ClaimOutcome.Claimed(var node) -> new StepOutcome.Done("claimed " + node.display());
      case ClaimOutcome.Refused(var reason) -> new StepOutcome.Failed(reason);
    };
  }
}
