package org.novabm.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The steps of a task, made once when it begins and kept with it, so that a newer version of this
 * service ends it as it was meant.
 *
 * @param steps in their order, at least one
 * @param undo the way back, in its order; empty until the task turns back
 */
public record Plan(List<PlannedStep> steps, List<StepCall> undo) {

  public Plan {
    steps = List.copyOf(steps);
    undo = List.copyOf(undo);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a plan has at least one step");
    }
  }

  /**
   * A plan whose undo steps are those that the catalogue names.
   *
   * @throws IllegalArgumentException when the catalogue lacks a step of it
   */
  public static Plan of(List<PlannedStep> steps, StepCatalogue catalogue) {
    List<PlannedStep> whole = new ArrayList<>();
    for (PlannedStep step : steps) {
      StepCall call = step.call();
      whole.add(step.undoneBy(catalogue.step(call).undo(call.arguments())));
    }
    return new Plan(whole, List.of());
  }

  /**
   * The same with its way back: the undo of every step up to the given one, last begun first, each
   * once.
   */
  Plan turned(int lastBegun) {
    Set<StepCall> back = new LinkedHashSet<>();
    for (PlannedStep begun : steps.subList(0, lastBegun + 1).reversed()) {
      StepCall undo = begun.undo();
      if (undo != null) {
        back.add(undo);
      }
    }
    return new Plan(steps, List.copyOf(back));
  }

  /** From this step on, the first one that usually waits; the last one when none does. */
  int nextPause(int from, StepCatalogue catalogue) {
    int last = from;
    while (last < last() && !waits(steps.get(last).call(), catalogue)) {
      last++;
    }
    return last;
  }

  private static boolean waits(StepCall call, StepCatalogue catalogue) {
    Step step = catalogue.find(call);
    return step == null || step.waits();
  }

  /** The number of the last step. */
  int last() {
    return steps.size() - 1;
  }

  /** The same, to be done from its beginning. */
  Plan straight() {
    return new Plan(steps, List.of());
  }
}
