package org.novabm.task;

import java.util.List;
import java.util.Map;
import org.novabm.lifecycle.Verb;

/** Makes the plans of one verb. */
public interface Planner {

  Verb verb();

  /**
   * The steps, in their order.
   *
   * @param arguments what was asked for beside the verb
   */
  List<PlannedStep> steps(Map<String, String> arguments);

  /** All that can be said beside the verb and makes another plan of it; the usual one first. */
  default List<Map<String, String>> manners() {
    return List.of(Map.of());
  }
}
