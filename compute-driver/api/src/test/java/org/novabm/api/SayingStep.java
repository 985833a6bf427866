package org.novabm.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** A step that has a name and a label and is never run. */
record SayingStep(String name, String label) implements Step {

  @Override
  public String label(Map<String, String> arguments) {
    return label;
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return null;
  }

  @Override
  public StepOutcome run(StepContext context) {
    throw new UnsupportedOperationException("the API runs no steps");
  }
}
