package org.novabm.task;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan.
 *
 * @param call what is done
 * @param undo what takes it back, also when it was not done at all; null for nothing
 * @param onFailure what its failure means for the plan
 */
public record PlannedStep(StepCall call, @Nullable StepCall undo, OnFailure onFailure) {

  /** What comes after a failure. */
  public enum OnFailure {
    /** All that began is undone. */
    UNDO,
    /** All that began is undone, and another node may be tried: the machine is at fault. */
    ANOTHER_NODE,
    /** The rest is done even so, and the node is held at the end. */
    GO_ON,
    /** The task ends there, and this step is not undone: what was asked for is tried, no more. */
    STOP
  }

  /** A step whose failure undoes all; the catalogue says what undoes it. */
  public static PlannedStep step(String name) {
    return new PlannedStep(StepCall.of(name), null, OnFailure.UNDO);
  }

  /** The same with arguments. */
  public static PlannedStep step(String name, Map<String, String> arguments) {
    return new PlannedStep(new StepCall(name, arguments), null, OnFailure.UNDO);
  }

  /** The same, whose failure is the machine's. */
  public PlannedStep orElsewhere() {
    return new PlannedStep(call, undo, OnFailure.ANOTHER_NODE);
  }

  /** The same, whose failure undoes all and is not tried elsewhere. */
  public PlannedStep orNowhere() {
    return new PlannedStep(call, undo, OnFailure.UNDO);
  }

  /** The same, after which the rest is done in any case. */
  public PlannedStep regardless() {
    return new PlannedStep(call, undo, OnFailure.GO_ON);
  }

  /** The same, which is never undone. */
  public PlannedStep forGood() {
    return new PlannedStep(call, null, OnFailure.STOP);
  }

  PlannedStep undoneBy(@Nullable StepCall way) {
    return onFailure == OnFailure.STOP ? this : new PlannedStep(call, way, onFailure);
  }
}
