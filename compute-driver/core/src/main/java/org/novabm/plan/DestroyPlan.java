package org.novabm.plan;

import static org.novabm.task.PlannedStep.step;

import java.util.List;
import java.util.Map;
import org.novabm.lifecycle.Verb;
import org.novabm.task.PlannedStep;
import org.novabm.task.Planner;

/** From an instance to a free node: every step is done, also behind one that failed. */
public final class DestroyPlan implements Planner {

  @Override
  public Verb verb() {
    return Verb.DESTROY;
  }

  @Override
  public List<PlannedStep> steps(Map<String, String> arguments) {
    return List.of(
        step("power", Map.of("to", "off")).regardless(),
        step("network", Map.of("to", "none")).regardless(),
        step("clean_up_ramdisk").regardless(),
        step("boot_device", Map.of("from", "disk")).regardless(),
        step("forget_order").regardless(),
        step("release").regardless());
  }
}
