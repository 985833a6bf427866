package org.novabm.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.LastingSession;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/**
 * One BMC, one operation at a time, in the order in which they came, and not more of them than its
 * budget allows. A manager with a {@link LastingSession} is kept open between operations.
 */
final class PowerLane implements AutoCloseable {

  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

  private final Supplier<PowerManager> opener;
  private final DeviceBudget budget;
  private final InstantSource time;
  private final CircuitBreaker breaker;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final AtomicReference<@Nullable CompletableFuture<PowerState>> nextReading =
      new AtomicReference<>();
  private @Nullable PowerManager open;
  private long lastStart;
  private boolean used;
  private volatile Instant lastUse;

  PowerLane(
      String display, Supplier<PowerManager> opener, DeviceBudget budget, InstantSource time) {
    this.opener = opener;
    this.budget = budget;
    this.time = time;
    this.breaker = new CircuitBreaker(display, budget, time);
    this.lastUse = time.instant();
  }

  /**
   * Does something with the device.
   *
   * @throws BackendException as the manager throws it, or at once when the device is left alone
   */
  <T> T use(Function<PowerManager, T> work) {
    turn.lock();
    try {
      return inTurn(true, work);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Reads the power state. Whoever asks while a reading waits for its turn gets what that one
   * finds: it begins after both were asked.
   */
  PowerState state(Duration within) {
    CompletableFuture<PowerState> mine = new CompletableFuture<>();
    CompletableFuture<PowerState> waiting =
        nextReading.compareAndSet(null, mine) ? null : nextReading.get();
    if (waiting != null) {
      return joined(waiting);
    }
    turn.lock();
    try {
      nextReading.compareAndSet(mine, null);
      PowerState read = inTurn(false, manager -> manager.state(within));
      mine.complete(read);
      return read;
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      turn.unlock();
    }
  }

  private static PowerState joined(CompletableFuture<PowerState> reading) {
    try {
      return reading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private <T> T inTurn(boolean order, Function<PowerManager, T> work) {
    breaker.check(order);
    pace();
    try {
      PowerManager manager = manager();
      try {
        T result = work.apply(manager);
        breaker.succeeded();
        return result;
      } finally {
        if (!(manager instanceof LastingSession)) {
          closeManager();
        }
      }
    } catch (BackendException.Unreachable | BackendException.ProtocolViolation e) {
      breaker.failed(e);
      throw e;
    } finally {
      lastUse = time.instant();
    }
  }

  /** Waits, if the operation before this one began a moment ago. */
  private void pace() {
    long gap = budget.betweenOperations().toNanos();
    for (long left = lastStart + gap - System.nanoTime();
        used && left > 0 && !Thread.currentThread().isInterrupted();
        left = lastStart + gap - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
    used = true;
    lastStart = System.nanoTime();
  }

  private PowerManager manager() {
    PowerManager manager = open;
    if (manager == null) {
      manager = opener.get();
      open = manager;
    }
    return manager;
  }

  /** When the device is asked again, should it be left alone; in the past otherwise. */
  Instant restsUntil() {
    return breaker.until();
  }

  /** Closes the manager if nobody used it for long. */
  void closeIfIdle() {
    boolean idle = Duration.between(lastUse, time.instant()).compareTo(budget.idle()) > 0;
    if (idle && turn.tryLock()) {
      try {
        closeManager();
      } finally {
        turn.unlock();
      }
    }
  }

  /**
   * Ends the session, unless the device is in use and stays so for a while: it ends it by itself.
   */
  @Override
  public void close() {
    boolean mine = false;
    try {
      mine = turn.tryLock(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
      if (mine) {
        closeManager();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (mine) {
        turn.unlock();
      }
    }
  }

  private void closeManager() {
    PowerManager manager = open;
    open = null;
    if (manager != null) {
      manager.close();
    }
  }
}
