package org.novabm.contract.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.novabm.instance.VmState;
import org.novabm.task.Standing.Outcome;

/**
 * A process dies at each write of a journey that succeeds, of one that waits before any of its
 * steps, and of one that fails at any of them.
 */
final class Deaths {

  private final StepLaws laws;
  private final Journey journey;

  Deaths(StepLaws laws, Journey journey) {
    this.laws = laws;
    this.journey = journey;
  }

  void atEachWrite(StepPlaces places) {
    for (Disturbance disturbance : disturbances(places)) {
      Trial whole = begun(disturbance);
      whole.host.settle();
      End end = whole.host.end(whole.task);
      for (int write = 0; write < whole.writes(); write++) {
        for (boolean after : new boolean[] {false, true}) {
          Trial one = dead(disturbance, write, after);
          one.host.settle();
          String when =
              "%s, dies %s write %d".formatted(disturbance, after ? "after" : "before", write);
          assertThat(one.host.deaths()).as(when).isEqualTo(1);
          assertSame(one.host.end(one.task), end, when);
          assertThat(one.host.timeline(one.task))
              .as("%s: no step is lost from the timeline", when)
              .hasSizeGreaterThanOrEqualTo(whole.host.timeline(whole.task).size());
          // and somebody comes in between
          Trial other = dead(disturbance, write, after);
          other.host.meddle(Meddler.NONE);
          other.isCleanAfterADestroy();
        }
      }
    }
  }

  /** Who goes on after a death takes back what may have begun, and so may leave less. */
  private void assertSame(End end, End undisturbed, String when) {
    if (undisturbed.outcome() == Outcome.DONE) {
      assertThat(end).as(when).isEqualTo(undisturbed);
    } else {
      End expected = isBelievedToHaveBegun(end, undisturbed) ? failed(undisturbed) : undisturbed;
      assertThat(end)
          .as(when)
          .usingRecursiveComparison()
          .ignoringFields("outside")
          .isEqualTo(expected);
      assertThat(end.outside().leftovers()).as(when).isSubsetOf(undisturbed.outside().leftovers());
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

  /** What goes on beside the death, in words for who reads that a law was broken. */
  private record Disturbance(String words, Meddler meddler) {

    static Disturbance at(StepPlace where, String words, Meddler there) {
      return new Disturbance(
          where.label() + " " + words,
          (step, context) -> where.is(context) ? there.run(step, context) : step.run(context));
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** Nothing; then each step in turn waits before it is done, and then fails. */
  private List<Disturbance> disturbances(StepPlaces places) {
    List<Disturbance> all = new ArrayList<>();
    all.add(new Disturbance("all goes well", Meddler.NONE));
    for (StepPlace place : places.of(journey)) {
      if (!place.isBack()) {
        all.add(Disturbance.at(place, "waits", Meddling::waitingOnce));
        all.add(Disturbance.at(place, "fails", Meddling::afterAll));
      }
    }
    return all;
  }

  /** Up to the death. */
  private Trial dead(Disturbance disturbance, int write, boolean after) {
    Trial trial = begun(disturbance);
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

  private Trial begun(Disturbance disturbance) {
    Trial trial = new Trial(laws, journey);
    trial.host.meddle(disturbance.meddler());
    return trial;
  }

  /** How often a process dies. */
  int count(StepPlaces places) {
    return disturbances(places).stream()
        .mapToInt(
            disturbance -> {
              Trial trial = begun(disturbance);
              trial.host.settle();
              return 4 * trial.writes();
            })
        .sum();
  }
}
