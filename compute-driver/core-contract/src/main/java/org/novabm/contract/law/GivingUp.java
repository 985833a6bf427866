package org.novabm.contract.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.novabm.lifecycle.Verb;
import org.novabm.task.Standing.Outcome;

/** Somebody changes their mind while a step waits, and while it runs. */
final class GivingUp {

  private GivingUp() {}

  /** How often it is tried at the place. */
  static int ways(StepPlace place) {
    return place.journey().isForAnInstance() ? 4 : 2;
  }

  static void inEachWay(StepLaws laws, StepPlace place) {
    List<Consumer<Trial>> minds =
        place.journey().isForAnInstance()
            ? List.of(GivingUp::cancel, trial -> trial.host.destroy())
            : List.of(GivingUp::cancel);
    for (Consumer<Trial> mind : minds) {
      whileItWaits(laws, place, mind);
      whileItRuns(laws, place, mind);
    }
  }

  private static void cancel(Trial trial) {
    trial.host.cancel(trial.task);
  }

  private static void whileItWaits(StepLaws laws, StepPlace place, Consumer<Trial> mind) {
    Trial trial = new Trial(laws, place.journey());
    trial.disturb(place, Meddling::waiting);
    while (trial.host.timeline(trial.task).stream()
        .noneMatch(line -> line.note().contains("made to wait"))) {
      trial.host.step();
    }
    mind.accept(trial);
    if (place.journey().verb() == Verb.DESTROY) {
      // nobody gives that up: it goes on when the step does
      trial.host.meddle(Meddler.NONE);
    }
    ends(trial, place);
  }

  private static void whileItRuns(StepLaws laws, StepPlace place, Consumer<Trial> mind) {
    Trial trial = new Trial(laws, place.journey());
    boolean[] said = {false};
    trial.disturb(
        place,
        (step, context) -> {
          if (!said[0]) {
            said[0] = true;
            mind.accept(trial);
          }
          return step.run(context);
        });
    ends(trial, place);
    assertThat(said[0]).as("%s was reached", place).isTrue();
  }

  private static void ends(Trial trial, StepPlace place) {
    trial.host.settle();
    trial.host.meddle(Meddler.NONE);
    boolean done = trial.host.end(trial.task).outcome() == Outcome.DONE;
    assertThat(done).isEqualTo(place.journey().verb() == Verb.DESTROY);
    if (done) {
      trial.endsAsUsual(false);
    } else {
      trial.endsCleanly(place.then());
    }
  }
}
