package org.novabm.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
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
  private final String display;
  private final LaneTurn turn;
  private final AtomicReference<@Nullable CompletableFuture<PowerState>> nextReading =
      new AtomicReference<>();
  private @Nullable PowerManager open;
  private long lastStart;
  private boolean used;
  private volatile Instant lastUse;
  private volatile boolean retired;

  PowerLane(
      String display, Supplier<PowerManager> opener, DeviceBudget budget, InstantSource time) {
    this.display = display;
    this.turn = new LaneTurn(display, time);
    this.opener = opener;
    this.budget = budget;
    this.time = time;
    this.breaker = new CircuitBreaker(display, budget, time);
    this.lastUse = time.instant();
  }

  /**
   * Does something with the device.
   *
   * @throws BackendException as the manager throws it, or at once when the device is left alone, or
   *     when others have it for longer than the budget's {@link DeviceBudget#turn}
   */
  <T> T use(Function<PowerManager, T> work) {
    return inTurn("an order", () -> judged(true, work));
  }

  /** The same for what says nothing about the power when it fails. */
  <T> T aside(Function<PowerManager, T> work) {
    return inTurn(
        "a look",
        () -> {
          breaker.check(false);
          return asked(work);
        });
  }

  private <T> T inTurn(String what, Supplier<T> work) {
    turn.take(what, budget.turn());
    try {
      return work.get();
    } finally {
      turn.give(budget.turn());
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
    return waiting == null ? read(mine, within) : joined(waiting, within);
  }

  private PowerState read(CompletableFuture<PowerState> mine, Duration within) {
    try {
      return inTurn(
          "a reading of the power",
          () -> {
            nextReading.compareAndSet(mine, null);
            PowerState read = judged(false, manager -> manager.state(within));
            mine.complete(read);
            return read;
          });
    } catch (RuntimeException | Error e) {
      nextReading.compareAndSet(mine, null);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private PowerState joined(CompletableFuture<PowerState> reading, Duration within) {
    Duration longest = budget.turn().plus(within);
    try {
      return reading.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new BackendException.Unreachable(
          display,
          "a reading that others began did not end in %d s".formatted(longest.toSeconds()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(display, "interrupted while it was read", e);
    }
  }

  private <T> T judged(boolean order, Function<PowerManager, T> work) {
    breaker.check(order);
    try {
      T result = asked(work);
      breaker.succeeded();
      return result;
    } catch (BackendException.Unreachable | BackendException.ProtocolViolation e) {
      breaker.failed(e);
      throw e;
    }
  }

  private <T> T asked(Function<PowerManager, T> work) {
    pace();
    try {
      PowerManager manager = manager();
      try {
        return work.apply(manager);
      } finally {
        if (retired || !(manager instanceof LastingSession)) {
          closeManager();
        }
      }
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
    if (idle) {
      closeWithin(Duration.ZERO);
    }
  }

  /**
   * Ends the session, unless the device is in use and stays so for a while: it ends it by itself.
   */
  @Override
  public void close() {
    try {
      closeWithin(LONGEST_FAREWELL);
    } catch (BackendException.Unreachable e) {
      // interrupted: whoever has the device ends it
    }
  }

  /** Ends the session, and keeps none from now on: who still waits for the device ends his own. */
  void retire() {
    retired = true;
    close();
  }

  private void closeWithin(Duration patience) {
    if (turn.tryTake("the end of its session", patience)) {
      try {
        closeManager();
      } finally {
        turn.give(budget.turn());
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
