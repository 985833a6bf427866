package org.novabm.device;

import java.time.Duration;

/**
 * What one BMC is asked to bear, by one process.
 *
 * @param betweenOperations the least time from the beginning of one operation to that of the next
 * @param failures in a row until it is left alone for a while, at least 1
 * @param firstRest for how long; doubles with each trial that fails
 * @param longestRest where the doubling ends
 * @param idle an unused manager, and its session, is closed after so long
 * @param turn how long an operation waits while others use the device; longer than any of them
 *     takes, so that only one that hangs makes others fail
 */
public record DeviceBudget(
    Duration betweenOperations,
    int failures,
    Duration firstRest,
    Duration longestRest,
    Duration idle,
    Duration turn) {

  private static final Duration STANDARD_TURN = Duration.ofSeconds(60);

  /** With the usual patience of a minute. */
  public DeviceBudget(
      Duration betweenOperations,
      int failures,
      Duration firstRest,
      Duration longestRest,
      Duration idle) {
    this(betweenOperations, failures, firstRest, longestRest, idle, STANDARD_TURN);
  }

  /** Twenty operations a second; three failures, then 5 seconds to 2 minutes of rest. */
  public static final DeviceBudget STANDARD =
      new DeviceBudget(
          Duration.ofMillis(50),
          3,
          Duration.ofSeconds(5),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10));

  /** The same with other operations a second, 1 to 1000. */
  public DeviceBudget withOperationsPerSecond(int most) {
    return new DeviceBudget(
        Duration.ofSeconds(1).dividedBy(most), failures, firstRest, longestRest, idle, turn);
  }
}
