package org.novabm.rack.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for conditions of foreign programs, which tell nobody when they come true.
 *
 * @param narrator is told every five seconds what is waited for
 */
public record Waiting(Narrator narrator) {

  /** Ten times what everything but a boot needs: the machine may be busy with other work. */
  public static final Duration PATIENT = Duration.ofSeconds(100);

  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration PROGRESS = Duration.ofSeconds(5);

  /**
   * Returns as soon as the condition holds.
   *
   * @param what completes the sentence "waiting for ..."
   * @throws RackException.TimedOut when it does not hold within {@code limit}
   * @throws RackException when the thread is interrupted, or whatever the condition throws
   */
  public void until(String what, Duration limit, BooleanSupplier condition) {
    long start = System.nanoTime();
    long told = start;
    while (!condition.getAsBoolean()) {
      long now = System.nanoTime();
      if (now - start > limit.toNanos()) {
        throw new RackException.TimedOut(
            "waited in vain for %s (%d s)".formatted(what, limit.toSeconds()));
      }
      if (now - told > PROGRESS.toNanos()) {
        told = now;
        narrator.say(
            "  waiting for %s: %d s of at most %d s"
                .formatted(what, Duration.ofNanos(now - start).toSeconds(), limit.toSeconds()));
      }
      LockSupport.parkNanos(POLL.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new RackException("interrupted while waiting for " + what);
      }
    }
  }
}
