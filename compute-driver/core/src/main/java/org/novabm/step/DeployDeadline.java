package org.novabm.step;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/**
 * The time that a deployment may take in all.
 *
 * @param most zero for no bound
 */
record DeployDeadline(Duration most) {

  /** The end of a deployment that took longer, with what it waits for; null while there is time. */
  @Nullable StepOutcome passed(StepContext context, String note) {
    return most.isZero() || context.total().compareTo(most) < 0
        ? null
        : new StepOutcome.Failed(
            "the deployment took more than %d s in all (pxe_deploy_timeout): %s"
                .formatted(most.toSeconds(), note));
  }
}
