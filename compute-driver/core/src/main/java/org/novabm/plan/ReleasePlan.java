package org.novabm.plan;

import static org.novabm.task.PlannedStep.step;

import java.util.List;
import java.util.Map;
import org.novabm.lifecycle.Verb;
import org.novabm.task.PlannedStep;
import org.novabm.task.Planner;

/**
 * Lets go of a node without asking its devices: nothing is switched, no port is moved. It is
 * offered to nobody after that; providing it cuts power and network off.
 */
public final class ReleasePlan implements Planner {

  /** The argument that says who asked for it, and why. */
  public static final String ASKED = "asked";

  @Override
  public Verb verb() {
    return Verb.RELEASE;
  }

  @Override
  public List<PlannedStep> steps(Map<String, String> arguments) {
    String asked = arguments.get(ASKED);
    return List.of(
        step("clean_up_ramdisk").regardless(),
        step("forget_order").regardless(),
        step("release", asked == null ? Map.of() : Map.of(ASKED, asked)).regardless());
  }
}
