package org.novabm.contract.law;

import static org.assertj.core.api.Assertions.assertThat;

/** A process dies at each write of a journey, forward and back. */
final class Deaths {

  private Deaths() {}

  static void atEachWrite(StepLaws laws, Journey journey) {
    for (boolean turned : new boolean[] {false, true}) {
      int writes = writes(laws, journey, turned);
      for (int write = 0; write < writes; write++) {
        for (boolean after : new boolean[] {false, true}) {
          Trial one = dead(laws, journey, turned, write, after);
          one.host.settle();
          assertThat(one.host.deaths()).isEqualTo(1);
          one.endsAsUsual(turned);
          // and somebody comes in between
          Trial other = dead(laws, journey, turned, write, after);
          other.host.meddle(Meddler.NONE);
          other.isCleanAfterADestroy();
        }
      }
    }
  }

  /** Up to the death. */
  private static Trial dead(
      StepLaws laws, Journey journey, boolean turned, int write, boolean after) {
    Trial trial = begun(laws, journey, turned);
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

  /** How often the journey writes. */
  static int writes(StepLaws laws, Journey journey, boolean turned) {
    Trial trial = begun(laws, journey, turned);
    int before = trial.host.records.writes();
    trial.host.settle();
    return trial.host.records.writes() - before;
  }

  private static Trial begun(StepLaws laws, Journey journey, boolean turned) {
    Trial trial = new Trial(laws, journey);
    if (turned) {
      trial.host.meddle(Meddling.failingAtTheEnd(trial.host.plan(journey)));
    }
    return trial;
  }
}
