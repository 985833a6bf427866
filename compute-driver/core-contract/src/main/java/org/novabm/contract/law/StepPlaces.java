package org.novabm.contract.law;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.novabm.lifecycle.Verb;
import org.novabm.task.Cursor.Direction;
import org.novabm.task.PlannedStep;
import org.novabm.task.Plans;
import org.novabm.task.StepCall;
import org.novabm.task.Task;

/**
 * Where the steps stand in the plans that there are.
 *
 * @param journeys all verbs that somebody can plan, in each manner
 * @param all forward and back
 */
record StepPlaces(List<Journey> journeys, List<StepPlace> all) {

  static StepPlaces of(StepLaws laws) {
    LawHost host = new LawHost(laws);
    Plans plans = laws.plans(host.steps);
    List<Journey> journeys = new ArrayList<>();
    for (Verb verb : Verb.values()) {
      if (plans.verbs().contains(verb)) {
        plans.manners(verb).forEach(manner -> journeys.add(new Journey(verb, manner)));
      }
    }
    List<StepPlace> all = new ArrayList<>();
    for (Journey journey : journeys) {
      all.addAll(forward(host, journey));
      all.addAll(back(laws, journey));
    }
    return new StepPlaces(List.copyOf(journeys), List.copyOf(all));
  }

  private static List<StepPlace> forward(LawHost host, Journey journey) {
    List<StepPlace> found = new ArrayList<>();
    for (PlannedStep step : host.plan(journey).steps()) {
      StepCall call = step.call();
      found.add(
          new StepPlace(
              journey, Direction.FORWARD, found.size(), call, label(host, call), step.onFailure()));
    }
    return found;
  }

  private static List<StepPlace> back(StepLaws laws, Journey journey) {
    LawHost host = new LawHost(laws);
    host.prepare(journey);
    Task task = host.begin(journey);
    host.meddle(Meddling.failingAtTheEnd(host.plan(journey)));
    host.settle();
    List<StepPlace> found = new ArrayList<>();
    for (StepCall call : host.task(task).plan().undo()) {
      found.add(
          new StepPlace(
              journey,
              Direction.BACK,
              found.size(),
              call,
              label(host, call),
              PlannedStep.OnFailure.GO_ON));
    }
    return found;
  }

  private static String label(LawHost host, StepCall call) {
    return host.steps.step(call).label(call.arguments());
  }

  List<StepPlace> of(String step) {
    return all.stream().filter(place -> place.call().name().equals(step)).toList();
  }

  List<StepPlace> of(Journey journey) {
    return all.stream().filter(place -> place.journey().equals(journey)).toList();
  }

  /** Journeys that the step has a part in. */
  Set<Journey> journeysOf(String step) {
    Set<Journey> found = new LinkedHashSet<>();
    of(step).forEach(place -> found.add(place.journey()));
    return found;
  }
}
