package org.novabm.plan;

import static org.novabm.task.PlannedStep.step;

import java.util.List;
import java.util.Map;
import org.novabm.lifecycle.Verb;
import org.novabm.task.PlannedStep;
import org.novabm.task.Planner;

/** Takes a node under management: its BMC is tried, and it is offered to nobody. */
public final class ManagePlan implements Planner {

  @Override
  public Verb verb() {
    return Verb.MANAGE;
  }

  @Override
  public List<PlannedStep> steps(Map<String, String> arguments) {
    return List.of(step("verify_bmc").forGood());
  }
}
