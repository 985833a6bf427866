package org.novabm.plan;

import static org.novabm.task.PlannedStep.step;

import java.util.List;
import java.util.Map;
import org.novabm.lifecycle.Verb;
import org.novabm.task.PlannedStep;
import org.novabm.task.Planner;

/** Switches an instance's machine off; {@code manner} is {@code soft} or {@code hard}. */
public final class PowerOffPlan implements Planner {

  @Override
  public Verb verb() {
    return Verb.POWER_OFF;
  }

  @Override
  public List<PlannedStep> steps(Map<String, String> arguments) {
    return List.of(
        "soft".equals(arguments.get("manner"))
            ? step("shut_down").forGood()
            : step("power", Map.of("to", "off")).forGood());
  }

  @Override
  public List<Map<String, String>> manners() {
    return List.of(Map.of("manner", "hard"), Map.of("manner", "soft"));
  }
}
