package org.novabm.contract.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.novabm.instance.VmState;
import org.novabm.task.Standing.Outcome;

/** A process dies at each write of a journey that succeeds, and of one that fails at any step. */
final class Deaths {

  private final StepLaws laws;
  private final Journey journey;

  Deaths(StepLaws laws, Journey journey) {
    this.laws = laws;
    this.journey = journey;
  }

  void atEachWrite(StepPlaces places) {
    for (Meddler failure : failures(places)) {
      Trial whole = begun(failure);
      whole.host.settle();
      End end = whole.host.end(whole.task);
      for (int write = 0; write < whole.writes(); write++) {
        for (boolean after : new boolean[] {false, true}) {
          Trial one = dead(failure, write, after);
          one.host.settle();
          assertThat(one.host.deaths()).isEqualTo(1);
          assertSame(one.host.end(one.task), end);
          assertThat(one.host.timeline(one.task))
              .as("no step is lost from the timeline")
              .hasSizeGreaterThanOrEqualTo(whole.host.timeline(whole.task).size());
          // and somebody comes in between
          Trial other = dead(failure, write, after);
          other.host.meddle(Meddler.NONE);
          other.isCleanAfterADestroy();
        }
      }
    }
  }

  /** Who goes on after a death takes back what may have begun, and so may leave less. */
  private void assertSame(End end, End undisturbed) {
    if (undisturbed.outcome() == Outcome.DONE) {
      assertThat(end).isEqualTo(undisturbed);
    } else {
      End expected = isBelievedToHaveBegun(end, undisturbed) ? failed(undisturbed) : undisturbed;
      assertThat(end).usingRecursiveComparison().ignoringFields("outside").isEqualTo(expected);
      assertThat(end.outside().leftovers()).isSubsetOf(undisturbed.outside().leftovers());
    }
  }

  /** Nothing had been done, as only the process knew that died. */
  private boolean isBelievedToHaveBegun(End end, End undisturbed) {
    return undisturbed.node() == journey.rule().from()
        && end.node() == journey.rule().failed()
        && end.node() != undisturbed.node();
  }

  private End failed(End untouched) {
    VmState then = untouched.taken() ? VmState.ERROR : untouched.instance();
    return new End(
        untouched.outcome(),
        then,
        journey.rule().failed(),
        untouched.taken(),
        untouched.outside(),
        untouched.told());
  }

  /** None, and then one at each step. */
  private List<Meddler> failures(StepPlaces places) {
    return Stream.concat(
            Stream.of(Meddler.NONE),
            places.of(journey).stream()
                .filter(place -> !place.isBack())
                .map(
                    place ->
                        (step, context) ->
                            place.is(context)
                                ? Meddling.afterAll(step, context)
                                : step.run(context)))
        .toList();
  }

  /** Up to the death. */
  private Trial dead(Meddler failure, int write, boolean after) {
    Trial trial = begun(failure);
    if (after) {
      trial.host.records.crashAfter(write);
    } else {
      trial.host.records.crashBefore(write);
    }
    while (trial.host.deaths() == 0) {
      trial.host.step();
    }
    return trial;
  }

  private Trial begun(Meddler failure) {
    Trial trial = new Trial(laws, journey);
    trial.host.meddle(failure);
    return trial;
  }

  /** How often a process dies. */
  int count(StepPlaces places) {
    return failures(places).stream()
        .mapToInt(
            failure -> {
              Trial trial = begun(failure);
              trial.host.settle();
              return 4 * trial.writes();
            })
        .sum();
  }
}
