package org.novabm.contract.law;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepCatalogue;

/** The report: which step was held to which law, and how often. */
public final class LawsPage {

  private final StepLaws laws;
  private final StepCatalogue steps;
  private final StepPlaces places;

  /** Of these steps in these plans. */
  public LawsPage(StepLaws laws) {
    this.laws = laws;
    this.steps = new LawHost(laws).steps;
    this.places = StepPlaces.of(laws);
  }

  /** As Markdown. */
  public String text() {
    return """
    # Steps and their laws

    This page is written by a test; do not edit it. Every step that a plan may name is held to every law below, at each place of each plan, in each manner of asking, where it stands; a number says
    how many times. The test of the laws is red when one is broken. A dash means that there is nothing to try. The outside world is judged as fakes record it: power, boot device, switch ports,
    orders, consoles, lights; and the records of node, instance, task and notices.

    %s
    | step | %s |
    | --- |%s
    %s"""
        .formatted(
            Arrays.stream(Law.values())
                .map(law -> "* **%s** %s\n".formatted(law.title, law.words))
                .collect(Collectors.joining()),
            Arrays.stream(Law.values()).map(law -> law.title).collect(Collectors.joining(" | ")),
            " --- |".repeat(Law.values().length),
            steps.all().stream()
                .map(Step::name)
                .sorted()
                .map(this::row)
                .collect(Collectors.joining()));
  }

  private String row(String step) {
    return "| `%s` | %s |\n"
        .formatted(
            step,
            Arrays.stream(Law.values())
                .map(law -> times(law, step))
                .map(times -> times == 0 ? "–" : Integer.toString(times))
                .collect(Collectors.joining(" | ")));
  }

  private int times(Law law, String step) {
    List<StepPlace> at = places.of(step);
    return switch (law) {
      case RUNS, HONEST, TWICE -> at.size();
      case FAILS, DIES -> at.size() * 2;
      case UNBEGUN -> (int) places.journeys().stream().filter(it -> undoes(it, step)).count();
      case WRITES ->
          places.journeysOf(step).stream()
              .mapToInt(journey -> new Deaths(laws, journey).count(places))
              .sum();
      case GIVEN_UP -> at.stream().filter(place -> !place.isBack()).mapToInt(GivingUp::ways).sum();
      case DISOBEYED -> at.size() * StepLaws.DISOBEDIENCES;
    };
  }

  /** Whether the journey's way back has the step, or its undo. */
  private boolean undoes(Journey journey, String step) {
    return places.of(journey).stream()
        .filter(place -> place.call().name().equals(step))
        .anyMatch(place -> place.isBack() || isTakenBack(journey, place));
  }

  private boolean isTakenBack(Journey journey, StepPlace place) {
    StepCall undo = steps.step(place.call()).undo(place.call().arguments());
    return places.of(journey).stream().anyMatch(it -> it.isBack() && it.call().equals(undo));
  }
}
