package org.novabm.api.audit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lines that strangers cause: so many in a stretch of time, and at its end how many were left out.
 * Safe for many threads.
 */
final class RationedLines {

  private final Consumer<String> log;
  private final int most;
  private final Executor atTheEnd;
  private int written;
  private int leftOut;
  private boolean running;

  RationedLines(Consumer<String> log, int most, Duration stretch) {
    this(log, most, CompletableFuture.delayedExecutor(stretch.toMillis(), TimeUnit.MILLISECONDS));
  }

  /**
   * With a clock of its own.
   *
   * @param atTheEnd runs what it is given when a stretch that begins now is over
   */
  RationedLines(Consumer<String> log, int most, Executor atTheEnd) {
    this.log = log;
    this.most = most;
    this.atTheEnd = atTheEnd;
  }

  synchronized void write(String line) {
    if (!running) {
      running = true;
      atTheEnd.execute(this::close);
    }
    if (written < most) {
      written++;
      log.accept(line);
    } else {
      leftOut++;
    }
  }

  private synchronized void close() {
    if (leftOut > 0) {
      log.accept("and %d more refusals that have no line of their own".formatted(leftOut));
    }
    running = false;
    written = 0;
    leftOut = 0;
  }
}
