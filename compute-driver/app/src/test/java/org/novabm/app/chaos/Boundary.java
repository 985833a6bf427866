package org.novabm.app.chaos;

import java.util.ArrayList;
import java.util.List;
import org.novabm.lifecycle.Verb;
import org.novabm.task.Plan;

/**
 * A place in a plan at which a process can be held.
 *
 * @param verb whose plan
 * @param step its number, from 0
 * @param name of the step
 * @param before whether the step was not begun yet; false when it was done and that is not on
 *     record
 */
record Boundary(Verb verb, int step, String name, boolean before) {

  /** Every one of the plan. */
  static List<Boundary> of(Verb verb, Plan plan) {
    List<Boundary> all = new ArrayList<>();
    for (int i = 0; i < plan.steps().size(); i++) {
      String name = plan.steps().get(i).call().name();
      all.add(new Boundary(verb, i, name, true));
      all.add(new Boundary(verb, i, name, false));
    }
    return all;
  }

  /** One line, the same in every process. */
  String text() {
    return "%s %d %s %s".formatted(verb.word(), step, before ? "before" : "after", name);
  }
}
