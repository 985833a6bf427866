package org.novabm.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.SwitchStore;

/**
 * Switches as they were read a moment ago: a deployment moves its port several times, and each read
 * decrypts a password. Another process's change is seen after {@link #FRESH}.
 */
final class KnownSwitches {

  static final Duration FRESH = Duration.ofSeconds(5);

  private final SwitchStore store;
  private final InstantSource time;
  private final Map<Long, Known> known = new ConcurrentHashMap<>();

  private record Known(NetworkSwitch device, Instant read) {}

  KnownSwitches(SwitchStore store, InstantSource time) {
    this.store = store;
    this.time = time;
  }

  /** The switch; null when it is not registered. */
  @Nullable NetworkSwitch find(long id) {
    Instant now = time.instant();
    Known there = known.get(id);
    if (there != null && isFresh(there, now)) {
      return there.device();
    }
    NetworkSwitch read = store.find(id);
    if (read == null) {
      known.remove(id);
    } else {
      known.put(id, new Known(read, now));
    }
    return read;
  }

  /** Keeps no password of a switch that nobody uses. */
  void forgetOld() {
    Instant now = time.instant();
    known.values().removeIf(one -> !isFresh(one, now));
  }

  /** One that was read later than now was read before the clock was set back. */
  private static boolean isFresh(Known one, Instant now) {
    return !now.isBefore(one.read()) && now.isBefore(one.read().plus(FRESH));
  }
}
