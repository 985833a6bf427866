package org.novabm.plan;

import static org.novabm.task.PlannedStep.step;

import java.util.List;
import java.util.Map;
import org.novabm.lifecycle.Verb;
import org.novabm.task.PlannedStep;
import org.novabm.task.Planner;

/** Switches an instance's machine on, whatever the record says of it. */
public final class PowerOnPlan implements Planner {

  @Override
  public Verb verb() {
    return Verb.POWER_ON;
  }

  @Override
  public List<PlannedStep> steps(Map<String, String> arguments) {
    return List.of(step("power", Map.of("to", "on")).forGood());
  }
}
