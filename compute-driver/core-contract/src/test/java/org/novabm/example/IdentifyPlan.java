package org.novabm.example;

import static org.novabm.task.PlannedStep.step;

import java.util.List;
import java.util.Map;
import org.novabm.lifecycle.Verb;
import org.novabm.task.PlannedStep;
import org.novabm.task.Planner;

/** Looks at a machine while its light says that somebody does. */
public final class IdentifyPlan implements Planner {

  @Override
  public Verb verb() {
    return Verb.INSPECT;
  }

  @Override
  public List<PlannedStep> steps(Map<String, String> arguments) {
    return List.of(
        step("identify", Map.of("light", "on")),
        step("verify_bmc"),
        step("identify", Map.of("light", "off")));
  }
}
