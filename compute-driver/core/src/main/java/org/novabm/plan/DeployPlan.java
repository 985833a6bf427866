package org.novabm.plan;

import static org.novabm.task.PlannedStep.step;

import java.util.List;
import java.util.Map;
import org.novabm.lifecycle.Verb;
import org.novabm.task.PlannedStep;
import org.novabm.task.Planner;

/**
 * From a free node to an instance: as the bare-metal driver of old did it, and the proof of
 * isolation.
 */
public final class DeployPlan implements Planner {

  @Override
  public Verb verb() {
    return Verb.DEPLOY;
  }

  @Override
  public List<PlannedStep> steps(Map<String, String> arguments) {
    return List.of(
        step("claim"),
        step("fetch_image"),
        step("power", Map.of("to", "off")).orElsewhere(),
        step("network", Map.of("to", "provisioning")).orElsewhere(),
        step("prepare_ramdisk"),
        step("boot_device", Map.of("from", "network")).orElsewhere(),
        step("power", Map.of("to", "on", "into", "the deploy ramdisk")).orElsewhere(),
        step("wait_call_back").orElsewhere(),
        step("write_image"),
        step("tear_down_agent"),
        step("network", Map.of("to", "tenant")),
        step("prove_isolation"),
        step("boot_device", Map.of("from", "disk")),
        step("power", Map.of("to", "on", "into", "the instance")));
  }
}
