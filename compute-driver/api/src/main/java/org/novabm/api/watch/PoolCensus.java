package org.novabm.api.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.lifecycle.Verb;
import org.novabm.node.NodeStore;
import org.novabm.node.PoolCount;
import org.novabm.task.Task;
import org.novabm.task.TaskStore;

/** Counts the pool once for all gauges of a scrape, and not more often than every five seconds. */
final class PoolCensus {

  private static final Duration FRESH = Duration.ofSeconds(5);

  /** The port has no count by verb, so they are read; a pool larger than this shows this many. */
  private static final int MOST = 10_000;

  private final NodeStore nodes;
  private final TaskStore tasks;
  private final InstantSource clock;
  private @Nullable Count last;

  PoolCensus(NodeStore nodes, TaskStore tasks, InstantSource clock) {
    this.nodes = nodes;
    this.tasks = tasks;
    this.clock = clock;
  }

  record Count(Instant taken, PoolCount nodes, Map<Verb, Long> tasks) {
    long of(Verb verb) {
      return tasks.getOrDefault(verb, 0L);
    }
  }

  synchronized Count count() {
    Instant now = clock.instant();
    if (last == null || Duration.between(last.taken(), now).compareTo(FRESH) >= 0) {
      last = new Count(now, nodes.count(), byVerb());
    }
    return last;
  }

  private Map<Verb, Long> byVerb() {
    return tasks.list(false, MOST).stream()
        .collect(Collectors.groupingBy(Task::verb, Collectors.counting()));
  }
}
