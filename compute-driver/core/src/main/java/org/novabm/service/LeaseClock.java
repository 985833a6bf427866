package org.novabm.service;

import java.time.Instant;

/** The two clocks that a lease is measured by. */
public interface LeaseClock {

  /** The machine's own. */
  LeaseClock SYSTEM =
      new LeaseClock() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public Instant time() {
          return Instant.now();
        }
      };

  /** Never goes back; in nanoseconds from anywhere. */
  long nanos();

  /** The time of day. */
  Instant time();
}
