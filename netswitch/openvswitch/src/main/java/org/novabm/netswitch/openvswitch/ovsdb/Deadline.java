package org.novabm.netswitch.openvswitch.ovsdb;

import java.time.Duration;

/** The moment by which an operation of several calls must be over. */
public record Deadline(long nanoTime) {

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Milliseconds that are left, at least 1; 0 when it has passed. */
  long leftMillis() {
    long left = nanoTime - System.nanoTime();
    return left <= 0 ? 0 : Math.max(1, left / 1_000_000);
  }

  public boolean isOver() {
    return leftMillis() == 0;
  }
}
