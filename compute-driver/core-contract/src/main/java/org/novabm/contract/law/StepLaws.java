package org.novabm.contract.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.novabm.contract.world.Mood;
import org.novabm.contract.world.World;
import org.novabm.node.NodePool;
import org.novabm.plan.StandardPlans;
import org.novabm.task.PlannedStep.OnFailure;
import org.novabm.task.Plans;
import org.novabm.task.Standing.Outcome;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepCatalogue;
import org.novabm.task.StepRecord;

/**
 * What every step is held to, ours and a third party's, in every plan that contains it. A test
 * class that implements this and overrides what it adds runs all of it; a new step needs no test
 * line, only a plan that contains it. The ends are judged by what a {@link World} records: power,
 * boot device, ports, orders, consoles, and the records of node, instance and task.
 */
public interface StepLaws {

  /** Four moods, once and for good. */
  int DISOBEDIENCES = 8;

  /** All steps there are, working in that world. */
  default StepCatalogue steps(NodePool pool, World world) {
    return world.standardSteps(pool);
  }

  /** All plans there are. */
  default Plans plans(StepCatalogue steps) {
    return StandardPlans.of(steps);
  }

  @TestFactory
  default Stream<DynamicTest> aStepStandsInAPlan() {
    StepPlaces places = StepPlaces.of(this);
    return new LawHost(this)
        .steps.all().stream()
            .map(Step::name)
            .sorted()
            .map(
                step ->
                    dynamicTest(
                        step,
                        () ->
                            assertThat(places.of(step))
                                .as(
                                    "'%s' stands in no plan and undoes nothing, so nobody can say what it does: "
                                        + "put it into the steps of a Planner, or let plans() of this test name one",
                                    step)
                                .isNotEmpty()));
  }

  @TestFactory
  default Stream<DynamicTest> aStepRuns() {
    return at(
        StepPlaces.of(this).all(),
        place -> {
          Trial trial = new Trial(this, place.journey()).disturbed(place, Step::run);
          trial.endsAsUsual(place.isBack());
          assertThat(trial.host.timeline(trial.task))
              .filteredOn(line -> line.label().equals(place.label()))
              .extracting(StepRecord::status)
              .contains(StepRecord.Status.DONE);
        });
  }

  @TestFactory
  default Stream<DynamicTest> aStepSaysWhatItLeaves() {
    return at(
        StepPlaces.of(this).all(),
        place -> {
          Trial trial = new Trial(this, place.journey());
          Step its = trial.host.steps.step(place.call());
          StepCall undo = its.undo(place.call().arguments());
          if (undo != null) {
            assertThat(trial.host.steps.step(undo).undo(undo.arguments()))
                .as("what takes something back leaves nothing itself")
                .isNull();
            return;
          }
          Set<String> left = new TreeSet<>();
          trial.disturbed(
              place,
              (step, context) -> {
                Set<String> before = trial.host.world.look().leftovers();
                var outcome = step.run(context);
                left.addAll(trial.host.world.look().leftovers());
                left.removeAll(before);
                return outcome;
              });
          if (place.then() != OnFailure.STOP) {
            assertThat(left)
                .as(
                    "what '%s' left behind although its undo() says that nothing has to be taken back; "
                        + "let undo() name the call that does",
                    place.label())
                .isEmpty();
          }
        });
  }

  @TestFactory
  default Stream<DynamicTest> aStepRunTwiceEndsTheSame() {
    return at(
        StepPlaces.of(this).all(),
        place ->
            new Trial(this, place.journey())
                .disturbed(place, Meddling::twice)
                .endsAsUsual(place.isBack()));
  }

  @TestFactory
  default Stream<DynamicTest> aStepThatFailsLeavesACleanSlate() {
    return at(
        StepPlaces.of(this).all(),
        place -> {
          for (Meddler failure : List.<Meddler>of(Meddling::beforeAll, Meddling::afterAll)) {
            new Trial(this, place.journey()).disturbed(place, failure).endsCleanly(place.then());
          }
        });
  }

  @TestFactory
  default Stream<DynamicTest> anUndoOfWhatNeverBeganDoesNoHarm() {
    StepPlaces places = StepPlaces.of(this);
    return places.journeys().stream()
        .filter(journey -> places.of(journey).stream().anyMatch(StepPlace::isBack))
        .map(
            journey ->
                dynamicTest(
                    journey.toString(),
                    () -> {
                      Trial trial = new Trial(this, journey);
                      trial.host.meddle(Meddling.idle(trial.host.plan(journey)));
                      trial.host.settle();
                      trial.host.meddle(Meddler.NONE);
                      assertThat(trial.host.end(trial.task).outcome()).isEqualTo(Outcome.FAILED);
                      trial.endsCleanly(OnFailure.UNDO);
                    }));
  }

  @TestFactory
  default Stream<DynamicTest> anotherProcessGoesOnWhenOneDiesInAStep() {
    return at(
        StepPlaces.of(this).all(),
        place -> {
          for (boolean after : new boolean[] {false, true}) {
            Trial trial = new Trial(this, place.journey()).disturbed(place, Meddling.dying(after));
            assertThat(trial.host.deaths()).isEqualTo(1);
            trial.endsAsUsual(place.isBack());
          }
        });
  }

  @TestFactory
  default Stream<DynamicTest> anotherProcessGoesOnWhenOneDiesAtAWrite() {
    StepPlaces places = StepPlaces.of(this);
    return places.journeys().stream()
        .map(
            journey ->
                dynamicTest(
                    journey.toString(), () -> new Deaths(this, journey).atEachWrite(places)));
  }

  @TestFactory
  default Stream<DynamicTest> aTaskThatIsGivenUpInAStepLeavesACleanSlate() {
    return at(
        StepPlaces.of(this).all().stream().filter(place -> !place.isBack()).toList(),
        place -> GivingUp.inEachWay(this, place));
  }

  @TestFactory
  default Stream<DynamicTest> devicesThatDisobeyAreNotBelieved() {
    return at(
        StepPlaces.of(this).all(),
        place -> {
          for (Mood mood : EnumSet.complementOf(EnumSet.of(Mood.OBEYS))) {
            for (int times : new int[] {1, Integer.MAX_VALUE}) {
              Trial trial = new Trial(this, place.journey());
              trial
                  .disturbed(place, Meddling.inMood(trial.host.world, mood, times))
                  .endsAsUsualOrCleanly(place);
            }
          }
        });
  }

  private static Stream<DynamicTest> at(List<StepPlace> places, Attempt attempt) {
    return places.stream().map(place -> dynamicTest(place.toString(), () -> attempt.at(place)));
  }

  /** One law at one place. */
  @FunctionalInterface
  interface Attempt {
    /** Fails where the law is broken. */
    void at(StepPlace place);
  }
}
