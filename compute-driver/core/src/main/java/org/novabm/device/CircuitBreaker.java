package org.novabm.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a device alone that failed several times in a row: whoever wants something of it is told
 * at once what was wrong, instead of waiting for a time-out. After a rest one is let through to
 * try. Not thread-safe.
 */
final class CircuitBreaker {

  private static final Logger log = LoggerFactory.getLogger(CircuitBreaker.class);

  private final String device;
  private final DeviceBudget budget;
  private final InstantSource time;
  private int failures;
  private Duration rest;
  private @Nullable BackendException last;
  private BackendException.@Nullable Unreachable refusal;
  private Instant refusedUntil = Instant.MIN;
  private Instant until = Instant.MIN;
  private Instant lastFailure = Instant.EPOCH;

  CircuitBreaker(String device, DeviceBudget budget, InstantSource time) {
    this.device = device;
    this.budget = budget;
    this.time = time;
    this.rest = budget.firstRest();
  }

  /** When the device is asked again; in the past when it is not left alone. */
  Instant until() {
    return until;
  }

  /**
   * Lets through who may ask the device.
   *
   * @param order somebody gave it, and gives it a few times at most: it is let through after the
   *     first rest, however long the rest of those is that only look
   * @throws BackendException.Unreachable when it is left alone now
   */
  void check(boolean order) {
    Instant soonest = lastFailure.plus(budget.firstRest());
    Instant allowed = order && soonest.isBefore(until) ? soonest : until;
    if (last != null && time.instant().isBefore(allowed)) {
      throw refusal(allowed, last);
    }
  }

  /** Made once a rest: who looks at thousands would spend more on these than on the living. */
  private BackendException.Unreachable refusal(Instant allowed, BackendException why) {
    BackendException.Unreachable known = refusal;
    if (known == null || !allowed.equals(refusedUntil)) {
      known =
          new BackendException.Unreachable(
              device,
              "not asked until %s, because it failed %d times in a row. The last time: %s"
                  .formatted(allowed.truncatedTo(ChronoUnit.SECONDS), failures, why.getMessage()),
              why);
      refusal = known;
      refusedUntil = allowed;
    }
    return known;
  }

  void succeeded() {
    if (failures >= budget.failures()) {
      log.info("{} answers again", device);
    }
    failures = 0;
    last = null;
    refusal = null;
    rest = budget.firstRest();
    until = Instant.MIN;
  }

  /** Any failure but "it cannot do that" and "it does not want that" of a device that answers. */
  void failed(BackendException failure) {
    failures++;
    last = failure;
    refusal = null;
    lastFailure = time.instant();
    if (failures == budget.failures()) {
      log.warn(
          "{}; it failed {} times in a row and is tried now and then only",
          failure.getMessage(),
          failures);
    }
    if (failures >= budget.failures()) {
      until = time.instant().plus(rest);
      Duration doubled = rest.multipliedBy(2);
      rest = doubled.compareTo(budget.longestRest()) < 0 ? doubled : budget.longestRest();
    }
  }
}
