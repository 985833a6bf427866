package org.novabm.spi.power;

import java.time.Duration;
import org.novabm.spi.BackendException;

/**
 * A {@link PowerManager} whose device decides what the machine does when mains power comes back.
 */
public interface RestorePolicyControl {

  /** Reads it from the device. */
  RestorePolicy restorePolicy(Duration within);

  /**
   * Sets it and reads it back. Idempotent.
   *
   * @param wanted anything but {@link RestorePolicy#UNKNOWN}
   * @return as read back
   * @throws BackendException.Unsupported when the device cannot do that one
   */
  RestorePolicy restore(RestorePolicy wanted, Duration within);
}
