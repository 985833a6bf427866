package org.novabm.power.ipmi;

import java.time.Duration;

/** The time by which an operation must be over, on a clock that nobody sets. */
record CommandDeadline(long nanoTime) {

  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * @param within above zero; more than a day counts as a day
   */
  static CommandDeadline in(Duration within) {
    if (within.isNegative() || within.isZero()) {
      throw new IllegalArgumentException("a deadline of " + within + " is not above zero");
    }
    Duration bounded = within.compareTo(LONGEST) > 0 ? LONGEST : within;
    return new CommandDeadline(System.nanoTime() + bounded.toNanos());
  }

  long remainingNanos() {
    return Math.max(0, nanoTime - System.nanoTime());
  }

  boolean isOver() {
    return remainingNanos() == 0;
  }

  /** This deadline, or the one after the given time when that is sooner. */
  CommandDeadline sooner(Duration within) {
    long other = System.nanoTime() + within.toNanos();
    return other - nanoTime < 0 ? new CommandDeadline(other) : this;
  }
}
