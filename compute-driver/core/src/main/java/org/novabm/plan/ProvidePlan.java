package org.novabm.plan;

import java.util.List;
import java.util.Map;
import org.novabm.lifecycle.Verb;
import org.novabm.task.PlannedStep;
import org.novabm.task.Planner;

/**
 * Makes a node ready for the next instance and offers it: off, on no network, and booting from its
 * disk. What is on its disks is not erased.
 */
public final class ProvidePlan implements Planner {

  @Override
  public Verb verb() {
    return Verb.PROVIDE;
  }

  @Override
  public List<PlannedStep> steps(Map<String, String> arguments) {
    return CleanPlan.atRest();
  }
}
