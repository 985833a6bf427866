package org.novabm.store.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Rings when a row becomes due, so that the table need not be polled often. Close times share one
 * ring.
 */
final class Alarm {

  private static final long SLOT_MILLIS = 20;
  private static final Duration FARTHEST = Duration.ofHours(1);

  private final ScheduledExecutorService clock;
  private final InstantSource time;
  private final Runnable ring;
  private final Set<Long> slots = ConcurrentHashMap.newKeySet();

  Alarm(ScheduledExecutorService clock, InstantSource time, Runnable ring) {
    this.clock = clock;
    this.time = time;
    this.ring = ring;
  }

  /**
   * Rings at the given time or up to 20 ms later; times more than an hour away are left to the
   * poll.
   */
  void at(Instant due) {
    Instant now = time.instant();
    if (!due.isAfter(now)) {
      ring.run();
    } else if (Duration.between(now, due).compareTo(FARTHEST) < 0) {
      set(due.toEpochMilli() / SLOT_MILLIS + 1, now);
    }
  }

  private void set(long slot, Instant now) {
    if (!slots.add(slot)) {
      return;
    }
    try {
      Future<?> _ =
          clock.schedule(
              () -> {
                slots.remove(slot);
                ring.run();
              },
              slot * SLOT_MILLIS - now.toEpochMilli(),
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // shutting down: the row is on record, and whoever starts next finds it
      slots.remove(slot);
    }
  }
}
