package org.novabm.store.work;

import java.time.Duration;
import org.novabm.store.ServiceHost;

/**
 * How wake-ups are worked off.
 *
 * @param host whose wake-ups; one process at a time works them off, the one that holds the lease
 * @param threads how many tasks are worked on at a time, at least 1; they are virtual threads
 * @param poll how often the table is read for wake-ups of other processes, at least 1 ms
 * @param shutdownWait how long running work may take to end when the loop is closed, at least 1 ms;
 *     it is interrupted then
 */
public record WorkSettings(ServiceHost host, int threads, Duration poll, Duration shutdownWait) {

  public WorkSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("work needs at least 1 thread, not " + threads);
    }
    refuseZero("poll", poll);
    refuseZero("shutdownWait", shutdownWait);
  }

  /** A poll every second, 10 s to shut down. */
  public static WorkSettings of(ServiceHost host, int threads) {
    return new WorkSettings(host, threads, Duration.ofSeconds(1), Duration.ofSeconds(10));
  }

  private static void refuseZero(String name, Duration value) {
    if (value.toMillis() < 1) {
      throw new IllegalArgumentException(name + " must be at least 1 ms, not " + value);
    }
  }
}
