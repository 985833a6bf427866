package org.novabm.spi;

import java.time.Duration;

/** The moment by which an operation of several calls must be over. */
public record Deadline(long nanoTime) {

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The earlier of this one and that far from now. */
  public Deadline butWithin(Duration time) {
    Deadline other = in(time);
    return other.nanoTime - nanoTime < 0 ? other : this;
  }

  /** Milliseconds that are left, at least 1; 0 when it has passed. */
  public long leftMillis() {
    long left = nanoTime - System.nanoTime();
    return left <= 0 ? 0 : Math.max(1, left / 1_000_000);
  }

  public boolean isOver() {
    return leftMillis() == 0;
  }
}
