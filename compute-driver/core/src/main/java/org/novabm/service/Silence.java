package org.novabm.service;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * For how long hosts gave no sign of life, by this process's own clock: clocks of two machines are
 * never compared. A host that was not looked at before is silent for no time yet.
 */
final class Silence {

  private final LongSupplier nanos;
  private final Map<String, Seen> seen = new HashMap<>();

  private record Seen(long beats, long since) {}

  /**
   * A watch.
   *
   * @param nanos a clock that never goes back, in nanoseconds
   */
  Silence(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** For how long its record has not changed. */
  Duration of(ServiceRecord host) {
    long now = nanos.getAsLong();
    Seen known = seen.get(host.host());
    if (known == null || known.beats() != host.beats()) {
      seen.put(host.host(), new Seen(host.beats(), now));
      return Duration.ZERO;
    }
    return Duration.ofNanos(now - known.since());
  }
}
