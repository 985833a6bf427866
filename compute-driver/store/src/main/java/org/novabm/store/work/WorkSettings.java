package org.novabm.store.work;

import java.time.Duration;
import org.novabm.store.ServiceHost;

/**
 * How wake-ups are worked off.
 *
 * @param host whose wake-ups; several processes of one host share them
 * @param name of this process among those that share the database, the same after a restart; 1 to
 *     50 characters
 * @param threads how many tasks are worked on at a time, at least 1; they are virtual threads
 * @param heartbeat how often a running execution says that its process lives; one that was silent
 *     four times as long is taken over by another process, at the latest after six times as long
 * @param poll how often the table is read for wake-ups of other processes
 * @param shutdownWait how long running work may take to end when this is closed; it is interrupted
 *     then
 */
public record WorkSettings(
    ServiceHost host,
    String name,
    int threads,
    Duration heartbeat,
    Duration poll,
    Duration shutdownWait) {

  private static final int MOST_CHARACTERS = 50;

  public WorkSettings {
    if (name.isBlank() || name.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "the name '" + name + "' of this process must have 1 to 50 characters");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("work needs at least 1 thread, not " + threads);
    }
    refuseZero("heartbeat", heartbeat);
    refuseZero("poll", poll);
    refuseZero("shutdownWait", shutdownWait);
  }

  /** 256 threads, a heartbeat every 10 s, a poll every second, 10 s to shut down. */
  public static WorkSettings of(ServiceHost host) {
    return new WorkSettings(
        host,
        host.name(),
        256,
        Duration.ofSeconds(10),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10));
  }

  private static void refuseZero(String name, Duration value) {
    if (value.toMillis() < 1) {
      throw new IllegalArgumentException(name + " must be at least 1 ms, not " + value);
    }
  }
}
