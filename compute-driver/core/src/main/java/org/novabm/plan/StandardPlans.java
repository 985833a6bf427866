package org.novabm.plan;

import java.util.List;
import org.novabm.task.Planner;
import org.novabm.task.Plans;
import org.novabm.task.StepCatalogue;

/** What can be done to a node. */
public final class StandardPlans {

  private StandardPlans() {}

  /** Over these steps. */
  public static Plans of(StepCatalogue steps) {
    return new Plans(planners(), steps);
  }

  /** One a verb. */
  public static List<Planner> planners() {
    return List.of(
        new ManagePlan(),
        new InspectPlan(),
        new ProvidePlan(),
        new CleanPlan(),
        new AdoptPlan(),
        new DeployPlan(),
        new RebuildPlan(),
        new PowerOnPlan(),
        new PowerOffPlan(),
        new RebootPlan(),
        new DestroyPlan(),
        new ReleasePlan());
  }
}
