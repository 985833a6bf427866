package org.novabm.provisioning.steps;

import org.novabm.provisioning.StepOutcome;

/** What a forward step says when its node is gone. */
final class NoNode {

  static final StepOutcome OUTCOME =
      new StepOutcome.Failed("the node was removed from the pool while the instance was on it");

  private NoNode() {}
}
