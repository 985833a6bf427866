package org.novabm.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps by their names. */
public final class StepCatalogue {

  private final Map<String, Step> steps;

  /**
   * A catalogue of these.
   *
   * @throws IllegalArgumentException when two have one name
   */
  public StepCatalogue(List<Step> all) {
    Map<String, Step> byName = new HashMap<>();
    for (Step step : all) {
      if (byName.put(step.name(), step) != null) {
        throw new IllegalArgumentException("two steps are called " + step.name());
      }
    }
    this.steps = Map.copyOf(byName);
  }

  /**
   * The step of this call.
   *
   * @throws IllegalArgumentException when there is none, for instance since a plug-in is gone
   */
  public Step step(StepCall call) {
    Step step = steps.get(call.name());
    if (step == null) {
      throw new IllegalArgumentException(
          "no step is called '" + call.name() + "'; is a plug-in missing?");
    }
    return step;
  }

  /** The same; null when there is none. */
  @Nullable Step find(StepCall call) {
    return steps.get(call.name());
  }

  /** All of them, in no order. */
  public List<Step> all() {
    return List.copyOf(steps.values());
  }
}
