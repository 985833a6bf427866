package org.novabm.plan;

import static org.novabm.task.PlannedStep.step;

import java.util.List;
import java.util.Map;
import org.novabm.lifecycle.Verb;
import org.novabm.task.PlannedStep;
import org.novabm.task.Planner;

/** Makes an instance of what runs on a machine, and leaves the machine as it is. */
public final class AdoptPlan implements Planner {

  @Override
  public Verb verb() {
    return Verb.ADOPT;
  }

  @Override
  public List<PlannedStep> steps(Map<String, String> arguments) {
    return List.of(step("verify_bmc"), step("occupy"));
  }
}
