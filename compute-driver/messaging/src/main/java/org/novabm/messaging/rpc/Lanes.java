package org.novabm.messaging.rpc;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work in order within a lane, different lanes side by side, each busy lane on a virtual thread.
 */
final class Lanes {

  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lane-", 0).factory());

  // a lane is here exactly while a thread works on it
  private final Map<String, Queue<Runnable>> busy = new HashMap<>();
  private boolean closed;

  /** Does it after everything else of the lane; false when closed. */
  synchronized boolean submit(String lane, Runnable work) {
    if (closed) {
      return false;
    }
    Queue<Runnable> queue = busy.get(lane);
    if (queue != null) {
      queue.add(work);
      return true;
    }
    queue = new ArrayDeque<>();
    queue.add(work);
    busy.put(lane, queue);
    threads.execute(() -> run(lane));
    return true;
  }

  /** Whether work is taken. */
  synchronized boolean isOpen() {
    return !closed;
  }

  /**
   * Takes no more, drops what has not begun, and waits a while for the rest; never interrupts it
   * (H2 closes its file then).
   */
  void close(Duration grace) {
    synchronized (this) {
      closed = true;
      busy.values().forEach(Queue::clear);
    }
    threads.shutdown();
    try {
      if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("some requests are still being handled; they stay on record");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(String lane) {
    for (Runnable work = next(lane); work != null; work = next(lane)) {
      try {
        work.run();
      } catch (Throwable e) {
        // what follows in this lane must not wait for ever
        LOG.error("work of {} ended by an unforeseen error", lane, e);
      }
    }
  }

  private synchronized @Nullable Runnable next(String lane) {
    Queue<Runnable> queue = busy.get(lane);
    Runnable work = queue == null ? null : queue.poll();
    if (work == null) {
      busy.remove(lane);
    }
    return work;
  }
}
