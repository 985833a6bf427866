package org.novabm.plan;

import static org.novabm.task.PlannedStep.step;

import java.util.List;
import java.util.Map;
import org.novabm.lifecycle.Verb;
import org.novabm.task.PlannedStep;
import org.novabm.task.Planner;

/**
 * Switches an instance's machine off and on; {@code manner} is {@code soft} or {@code hard}, and
 * {@code on} for one that is off.
 */
public final class RebootPlan implements Planner {

  @Override
  public Verb verb() {
    return Verb.REBOOT;
  }

  @Override
  public List<PlannedStep> steps(Map<String, String> arguments) {
    PlannedStep on = step("power", Map.of("to", "on")).forGood();
    return switch (arguments.getOrDefault("manner", "hard")) {
      case "soft" -> List.of(step("shut_down").forGood(), on);
      case "on" -> List.of(on);
      default -> List.of(step("power", Map.of("to", "cycle")).forGood());
    };
  }

  @Override
  public List<Map<String, String>> manners() {
    return List.of(Map.of("manner", "hard"), Map.of("manner", "soft"), Map.of("manner", "on"));
  }
}
