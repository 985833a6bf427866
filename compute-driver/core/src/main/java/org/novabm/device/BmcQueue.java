package org.novabm.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;

/**
 * One BMC, whoever asks it and with which account: one operation at a time, in the order in which
 * they came, not more of them than its budget allows, and none for a while when it failed several
 * times in a row.
 */
final class BmcQueue {

  private final DeviceBudget budget;
  private final InstantSource time;
  private final CircuitBreaker breaker;
  private final LaneTurn turn;
  private final AtomicInteger users = new AtomicInteger();
  private volatile Instant lastUse;
  private volatile boolean forgiven;
  private long lastStart;
  private boolean used;

  BmcQueue(String display, DeviceBudget budget, InstantSource time) {
    this.budget = budget;
    this.time = time;
    this.turn = new LaneTurn(display, time);
    this.breaker = new CircuitBreaker(display, budget, time);
    this.lastUse = time.instant();
  }

  /**
   * Waits for the turn.
   *
   * @param within no longer than this, nor than the budget's {@link DeviceBudget#turn}
   * @throws BackendException.Unreachable when it did not come in that time
   */
  <T extends @Nullable Object> T inTurn(String what, Duration within, Supplier<T> work) {
    turn.take(what, patience(within));
    try {
      return work.get();
    } finally {
      turn.give(budget.turn());
    }
  }

  /** As long as somebody has time, and no longer than any operation takes. */
  Duration patience(Duration within) {
    return within.compareTo(budget.turn()) < 0 ? within : budget.turn();
  }

  /** Inside a turn: lets through who may ask, as {@link CircuitBreaker#check} says. */
  void check(boolean order) {
    if (forgiven) {
      forgiven = false;
      breaker.succeeded();
    }
    breaker.check(order);
  }

  /** Inside a turn: what came of an operation that tells whether the BMC works. */
  <T> T judged(Supplier<T> work) {
    try {
      T result = work.get();
      breaker.succeeded();
      return result;
    } catch (BackendException.Unreachable | BackendException.ProtocolViolation e) {
      breaker.failed(e);
      throw e;
    }
  }

  /** Inside a turn: waits, if the operation before this one began a moment ago. */
  <T extends @Nullable Object> T paced(Supplier<T> work) {
    long gap = budget.betweenOperations().toNanos();
    for (long left = lastStart + gap - System.nanoTime();
        used && left > 0 && !Thread.currentThread().isInterrupted();
        left = lastStart + gap - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
    used = true;
    lastStart = System.nanoTime();
    try {
      return work.get();
    } finally {
      lastUse = time.instant();
    }
  }

  /** Ends a session when it is its turn; not at all when the BMC is in use for so long. */
  void inTurnWithin(Duration patience, Runnable farewell) {
    if (turn.tryTake("the end of its session", patience)) {
      try {
        farewell.run();
      } finally {
        turn.give(budget.turn());
      }
    }
  }

  /** What it failed with before says nothing any more, for another account is used. */
  void forgive() {
    forgiven = true;
  }

  /** When the BMC is asked again, should it be left alone; in the past otherwise. */
  Instant restsUntil() {
    return forgiven ? Instant.MIN : breaker.until();
  }

  void enter() {
    users.incrementAndGet();
  }

  void leave() {
    users.decrementAndGet();
  }

  /** Nobody uses it, waits for it or has to wait until it is asked again. */
  boolean isForgettable() {
    Instant now = time.instant();
    return users.get() == 0
        && Duration.between(lastUse, now).compareTo(budget.idle()) > 0
        && !restsUntil().isAfter(now);
  }
}
