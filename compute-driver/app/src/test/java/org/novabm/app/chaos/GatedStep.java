package org.novabm.app.chaos;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.task.Cursor;
import org.novabm.task.Cursor.Direction;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** A step that its process can be held before and after. */
public record GatedStep(Step step, Gate gate) implements Step {

  @Override
  public String name() {
    return step.name();
  }

  @Override
  public String label(Map<String, String> arguments) {
    return step.label(arguments);
  }

  @Override
  public @Nullable StepCall undo(Map<String, String> arguments) {
    return step.undo(arguments);
  }

  @Override
  public boolean waits() {
    return step.waits();
  }

  @Override
  public StepOutcome run(StepContext context) {
    Cursor at = context.task().cursor();
    if (at.direction() == Direction.BACK) {
      return step.run(context);
    }
    gate.pass(new Boundary(context.task().verb(), at.step(), name(), true));
    StepOutcome outcome = step.run(context);
    gate.pass(new Boundary(context.task().verb(), at.step(), name(), false));
    return outcome;
  }
}
