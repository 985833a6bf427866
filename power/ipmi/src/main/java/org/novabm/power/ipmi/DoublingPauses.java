package org.novabm.power.ipmi;

import java.time.Duration;

/** Waiting times that double from a first one up to a longest one. Not thread-safe. */
final class DoublingPauses {

  private final long longest;
  private long next;

  DoublingPauses(Duration first, Duration longest) {
    this.next = first.toNanos();
    this.longest = longest.toNanos();
  }

  /** A refusal that passes does so within seconds. */
  static DoublingPauses betweenRefusals() {
    return new DoublingPauses(Duration.ofMillis(200), Duration.ofSeconds(1));
  }

  /** The next waiting time, cut off at the deadline. */
  long nextNanos(CommandDeadline deadline) {
    long now = Math.min(next, longest);
    next = Math.min(2 * now, longest);
    return Math.min(now, deadline.remainingNanos());
  }

  /**
   * Waits the next time before a device is asked again.
   *
   * @return false when the deadline is over
   */
  boolean pause(CommandDeadline deadline) throws InterruptedException {
    Thread.sleep(Duration.ofNanos(nextNanos(deadline)));
    return !deadline.isOver();
  }
}
