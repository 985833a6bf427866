package org.novabm.power.ipmi;

import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Uses sessions that nobody else used for a while, so that BMCs do not close them. Few at a time:
 * to keep ten thousand takes a few hundred packets a second. The thread is there while sessions
 * are.
 */
final class KeepAlive implements AutoCloseable {

  private static final Duration TICK = Duration.ofSeconds(1);

  /** Of all sessions, in one tick: all of them are seen to well within the time that BMCs give. */
  private static final int PART_OF_ALL = 5;

  private final Set<LanBmc> kept = ConcurrentHashMap.newKeySet();
  private @Nullable Thread thread;

  /** From now on the BMC's session is kept. */
  synchronized void add(LanBmc bmc) {
    kept.add(bmc);
    if (thread == null) {
      thread = Thread.ofVirtual().name("ipmi-keep-alive").start(this::run);
    }
  }

  void remove(LanBmc bmc) {
    kept.remove(bmc);
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(TICK);
        tick();
        if (isOver()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      // the provider is closed
    }
  }

  private synchronized boolean isOver() {
    if (kept.isEmpty()) {
      thread = null;
    }
    return thread == null;
  }

  private void tick() {
    int left = 1 + kept.size() / PART_OF_ALL;
    Iterator<LanBmc> all = kept.iterator();
    while (all.hasNext() && left > 0) {
      LanBmc bmc = all.next();
      if (bmc.isQuiet()) {
        left--;
        Thread.ofVirtual().name("ipmi-keep-alive").start(bmc::keepAlive);
      }
    }
  }

  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.interrupt();
      thread = null;
    }
  }
}
