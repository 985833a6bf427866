package org.novabm.plan;

import static org.novabm.task.PlannedStep.step;

import java.util.List;
import java.util.Map;
import org.novabm.lifecycle.Verb;
import org.novabm.task.PlannedStep;
import org.novabm.task.Planner;

/** Finds out what machine a node is, as far as its BMC knows it. */
public final class InspectPlan implements Planner {

  @Override
  public Verb verb() {
    return Verb.INSPECT;
  }

  @Override
  public List<PlannedStep> steps(Map<String, String> arguments) {
    return List.of(step("verify_bmc").forGood(), step("inspect_bmc").forGood());
  }
}
