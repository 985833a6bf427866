package org.novabm.task;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.novabm.lifecycle.Verb;

/** The plan of each verb. */
public final class Plans {

  private final Map<Verb, Planner> planners = new EnumMap<>(Verb.class);
  private final StepCatalogue catalogue;

  /** Of these planners, over these steps. */
  public Plans(List<Planner> planners, StepCatalogue catalogue) {
    planners.forEach(planner -> this.planners.put(planner.verb(), planner));
    this.catalogue = catalogue;
  }

  /** The verbs that have a plan. */
  public Set<Verb> verbs() {
    return Set.copyOf(planners.keySet());
  }

  /** The ways in which a verb that has a plan can be asked for. */
  public List<Map<String, String>> manners(Verb verb) {
    return planner(verb).manners();
  }

  /**
   * A new plan.
   *
   * @throws IllegalArgumentException when the verb has none
   */
  public Plan of(Verb verb, Map<String, String> arguments) {
    return Plan.of(planner(verb).steps(arguments), catalogue);
  }

  private Planner planner(Verb verb) {
    Planner planner = planners.get(verb);
    if (planner == null) {
      throw new IllegalArgumentException("nobody can plan to " + verb.word());
    }
    return planner;
  }
}
