package org.novabm.spi.power;

import java.time.Duration;
import org.novabm.spi.BackendException;

/** A {@link PowerManager} that decides whether the firmware boots only what is signed. */
public interface SecureBootControl {

  /** Whether the next boot is a secure one, as the device says. */
  boolean secureBoot(Duration within);

  /**
   * Sets it for the next boot and all after it, and reads it back. Idempotent.
   *
   * @return as read back
   * @throws BackendException when the device did not take it
   */
  boolean secureBoot(boolean wanted, Duration within);
}
