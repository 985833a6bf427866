package org.novabm.contract.law;

import org.novabm.task.Step;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** Stands between the loop and the steps. */
@FunctionalInterface
interface Meddler {

  /** Leaves them alone. */
  Meddler NONE = Step::run;

  StepOutcome run(Step step, StepContext context);

  /** The process dies within a step: nothing behind it is written. */
  final class Died extends Error {
    private static final long serialVersionUID = 1;

    Died() {
      super("the process died here");
    }
  }
}
