package org.novabm.contract.law;

import org.novabm.task.Cursor.Direction;
import org.novabm.task.PlannedStep;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;

/**
 * Where a step stands in a journey.
 *
 * @param direction forward, or on the way back from its end
 * @param step counts from 0 in that direction
 * @param call what is done there
 * @param label the same for people
 * @param then what its failure means
 */
record StepPlace(
    Journey journey,
    Direction direction,
    int step,
    StepCall call,
    String label,
    PlannedStep.OnFailure then) {

  boolean isBack() {
    return direction == Direction.BACK;
  }

  /** Whether the step is run for this place now. */
  boolean is(StepContext context) {
    return context.task().verb() == journey.verb()
        && context.task().cursor().direction() == direction
        && context.task().cursor().step() == step;
  }

  @Override
  public String toString() {
    return "%s: %s%s".formatted(journey, isBack() ? "take back, " : "", label);
  }
}
