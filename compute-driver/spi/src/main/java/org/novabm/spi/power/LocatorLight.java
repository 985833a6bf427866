package org.novabm.spi.power;

import java.time.Duration;
import org.novabm.spi.BackendException;

/** A {@link PowerManager} whose device has a light to find the machine by. */
public interface LocatorLight {

  /**
   * Lets it shine, in place of what was asked before. Idempotent.
   *
   * @param time for how long, rounded to seconds; zero switches it off; more than the device can
   *     count means until it is switched off
   * @param within the longest time to wait for an answer, above zero
   * @throws BackendException when it did not obey
   */
  void shine(Duration time, Duration within);
}
