package org.novabm.task;

import java.time.Duration;

/**
 * How often a step is tried.
 *
 * @param attempts in all, at least 1
 * @param first delay after the first attempt; it doubles with each further one
 * @param longest delay
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {

  /** Five attempts within about 15 seconds of waiting. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(30));

  public RetryPolicy {
    if (attempts < 1 || first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "not a retry policy: " + attempts + ", " + first + ", " + longest);
    }
  }

  /** The delay behind the given attempt, counted from 1. */
  public Duration delayAfter(int attempt) {
    Duration delay = first.multipliedBy(1L << Math.min(attempt - 1, 20));
    return delay.compareTo(longest) > 0 ? longest : delay;
  }

  public boolean isLast(int attempt) {
    return attempt >= attempts;
  }
}
