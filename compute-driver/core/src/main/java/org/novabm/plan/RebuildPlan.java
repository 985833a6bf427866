package org.novabm.plan;

import java.util.List;
import java.util.Map;
import org.novabm.lifecycle.Verb;
import org.novabm.task.PlannedStep;
import org.novabm.task.Planner;

/** Puts an instance on its node once more: a deployment without the claim, on this node alone. */
public final class RebuildPlan implements Planner {

  private final Planner deploy = new DeployPlan();

  @Override
  public Verb verb() {
    return Verb.REBUILD;
  }

  @Override
  public List<PlannedStep> steps(Map<String, String> arguments) {
    return deploy.steps(arguments).stream()
        .filter(step -> !step.call().name().equals("claim"))
        .map(PlannedStep::orNowhere)
        .toList();
  }
}
