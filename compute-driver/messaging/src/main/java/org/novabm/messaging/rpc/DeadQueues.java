package org.novabm.messaging.rpc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Reply queues whose callers are gone, so that further answers to them are dropped at once. */
final class DeadQueues {

  private static final int CAPACITY = 200;
  private static final Duration MEMORY = Duration.ofSeconds(60);

  private final InstantSource clock;
  private final SequencedMap<String, Instant> since = new LinkedHashMap<>();

  DeadQueues(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void add(String queue) {
    since.remove(queue);
    since.put(queue, clock.instant());
    if (since.size() > CAPACITY) {
      since.pollFirstEntry();
    }
  }

  synchronized boolean contains(String queue) {
    Instant died = since.get(queue);
    return died != null && clock.instant().isBefore(died.plus(MEMORY));
  }
}
