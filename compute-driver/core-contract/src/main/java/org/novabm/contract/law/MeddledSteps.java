package org.novabm.contract.law;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepCatalogue;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** Steps with somebody between them and the loop. */
final class MeddledSteps {

  private MeddledSteps() {}

  static StepCatalogue of(StepCatalogue real, Meddler meddler) {
    return new StepCatalogue(
        real.all().stream().<Step>map(step -> new Meddled(step, meddler)).toList());
  }

  private record Meddled(Step step, Meddler meddler) implements Step {
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
      return meddler.run(step, context);
    }
  }
}
