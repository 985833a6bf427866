package org.novabm.messaging.rpc;

import java.time.Duration;

/**
 * Pauses that double.
 *
 * @param first the shortest, positive
 * @param last the longest
 */
public record Backoff(Duration first, Duration last) {

  /** As oslo.messaging reconnects. */
  public static final Backoff STANDARD = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  public Backoff {
    if (!first.isPositive() || last.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "a pause must be positive, and the longest not shorter than the first");
    }
  }

  /** How long to wait after so many failures, counted from 1. */
  public Duration after(int failures) {
    // 20 doublings of the shortest pause are longer than anybody waits
    Duration pause = first.multipliedBy(1L << Math.min(20, failures - 1));
    return pause.compareTo(last) < 0 ? pause : last;
  }
}
