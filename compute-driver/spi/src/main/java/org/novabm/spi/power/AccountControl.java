package org.novabm.spi.power;

import java.time.Duration;
import org.novabm.spi.BackendException;
import org.novabm.spi.Secret;

/** A {@link PowerManager} that can change the password of its own account on the device. */
public interface AccountControl {

  /**
   * Changes it, and has the device compare it. The endpoint this manager was opened for is the old
   * one from then on.
   *
   * @throws IllegalArgumentException when the password is longer than the device can keep
   * @throws BackendException when the device did not take it
   */
  void changePassword(Secret wanted, Duration within);
}
