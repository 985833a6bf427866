package org.novabm.messaging.rpc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntConsumer;

/** Log lines that a stranger causes: a few in each span of time, and the number of the others. */
final class FewLines {

  private final InstantSource clock;
  private final int most;
  private final Duration span;
  private Instant end = Instant.MIN;
  private int said;
  private int hidden;

  FewLines(InstantSource clock, int most, Duration span) {
    this.clock = clock;
    this.most = most;
    this.span = span;
  }

  /** Says it unless enough was said; the line is given the number of those left out before it. */
  void say(IntConsumer line) {
    int leftOut = admit();
    if (leftOut >= 0) {
      line.accept(leftOut);
    }
  }

  private synchronized int admit() {
    Instant now = clock.instant();
    if (!now.isBefore(end)) {
      end = now.plus(span);
      said = 0;
    }
    if (said == most) {
      hidden++;
      return -1;
    }
    said++;
    int leftOut = hidden;
    hidden = 0;
    return leftOut;
  }
}
