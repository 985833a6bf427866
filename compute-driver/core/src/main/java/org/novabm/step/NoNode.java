package org.novabm.step;

import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** What a step says when its node is gone. */
final class NoNode {

  private NoNode() {}

  /** A fault, except where something is taken away. */
  static StepOutcome in(StepContext context) {
    return context.task().isTearingDown()
        ? new StepOutcome.Done("no node")
        : new StepOutcome.Failed("the node was removed from the pool while the instance was on it");
  }
}
