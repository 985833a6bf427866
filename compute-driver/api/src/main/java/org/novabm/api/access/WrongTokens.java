package org.novabm.api.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.LongSupplier;

/**
 * How long a caller waits to hear that his token is wrong: twice as long each time, up to a bound.
 * The right token waits for nothing, so that nobody can lock others out who share his address.
 * Remembers the last {@value #MOST_CALLERS} callers. Safe for many threads.
 */
final class WrongTokens {

  static final int MOST_CALLERS = 1024;

  private static final Duration FIRST = Duration.ofMillis(20);
  private static final Duration FORGOTTEN = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 16;

  private record Tries(int count, long last) {}

  private final Duration longest;
  private final LongSupplier clock;
  private final SequencedMap<String, Tries> callers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > MOST_CALLERS;
        }
      };

  /**
   * No caller yet.
   *
   * @param clock nanoseconds of any clock that only goes forward
   */
  WrongTokens(Duration longest, LongSupplier clock) {
    this.longest = longest;
    this.clock = clock;
  }

  /** Counts one more and tells how long this caller is to wait. */
  synchronized Duration next(String caller) {
    long now = clock.getAsLong();
    Tries before = callers.remove(caller);
    int count = before == null || now - before.last > FORGOTTEN.toNanos() ? 0 : before.count + 1;
    callers.putLast(caller, new Tries(count, now));
    Duration wait = FIRST.multipliedBy(1L << Math.min(count, MOST_DOUBLINGS));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  synchronized int remembered() {
    return callers.size();
  }
}
