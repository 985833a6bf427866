package org.novabm.plan;

import static org.novabm.task.PlannedStep.step;

import java.util.List;
import java.util.Map;
import org.novabm.lifecycle.Verb;
import org.novabm.task.PlannedStep;
import org.novabm.task.Planner;

/**
 * Brings a managed node to rest: off, on no network, and booting from its disk; nobody is offered
 * it afterwards. What is on its disks is not erased.
 */
public final class CleanPlan implements Planner {

  @Override
  public Verb verb() {
    return Verb.CLEAN;
  }

  @Override
  public List<PlannedStep> steps(Map<String, String> arguments) {
    return atRest();
  }

  static List<PlannedStep> atRest() {
    return List.of(
        step("power", Map.of("to", "off")).forGood(),
        step("network", Map.of("to", "none")).forGood(),
        step("boot_device", Map.of("from", "disk")).forGood());
  }
}
