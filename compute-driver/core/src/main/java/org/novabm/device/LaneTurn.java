package org.novabm.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose turn it is with a device, in the order in which they came. Nobody waits for ever: a manager
 * that does not come back, whatever its deadline was, keeps others waiting for their patience only,
 * and they say who holds the device.
 */
final class LaneTurn {

  private static final Logger log = LoggerFactory.getLogger(LaneTurn.class);

  private final String device;
  private final InstantSource time;
  private final ReentrantLock lock = new ReentrantLock(true);
  private volatile @Nullable Holder holder;

  /** Who has the turn; told in the log at most once. */
  private static final class Holder {
    private final String who;
    private final Instant since;
    private volatile boolean told;

    Holder(String who, Instant since) {
      this.who = who;
      this.since = since;
    }
  }

  LaneTurn(String device, InstantSource time) {
    this.device = device;
    this.time = time;
  }

  /**
   * Waits for the turn.
   *
   * @param who for those that wait meanwhile
   * @throws BackendException.Unreachable when it did not come in that time, or the thread is
   *     interrupted
   */
  void take(String who, Duration patience) {
    if (!tryTake(who, patience)) {
      throw held(patience);
    }
  }

  /** The same; false when it did not come. */
  boolean tryTake(String who, Duration patience) {
    try {
      boolean mine = lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (mine) {
        holder = new Holder(who, time.instant());
      }
      return mine;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(
          device, "interrupted while others were using the device", e);
    }
  }

  private BackendException.Unreachable held(Duration patience) {
    Holder now = holder;
    if (now == null) {
      return new BackendException.Unreachable(
          device, "others used it for all of %d s".formatted(patience.toSeconds()));
    }
    String text =
        "%s has used it since %s, and was not done in the %d s that others waited"
            .formatted(now.who, now.since.truncatedTo(ChronoUnit.SECONDS), patience.toSeconds());
    if (!now.told) {
      now.told = true;
      log.warn("{}: {}", device, text);
    }
    return new BackendException.Unreachable(device, text);
  }

  /**
   * Gives the turn to the next one.
   *
   * @param longest an operation that had it longer is told in the log
   */
  void give(Duration longest) {
    Holder mine = holder;
    holder = null;
    lock.unlock();
    if (mine != null) {
      Duration had = Duration.between(mine.since, time.instant());
      if (had.compareTo(longest) > 0) {
        log.warn(
            "{}: {} used it for {} s, which is longer than any operation should take",
            device,
            mine.who,
            had.toSeconds());
      }
    }
  }
}
