package org.novabm.spi.power;

import java.time.Duration;
import org.novabm.spi.BackendException;

/** A {@link PowerManager} that can also choose the boot device. */
public interface BootDeviceControl {

  /**
   * Reads the boot device the machine would use next.
   *
   * @throws BackendException when it could not be read
   */
  BootSelection bootSelection(Duration within);

  /**
   * Sets the boot device and reads it back; idempotent.
   *
   * @return what was read back. The {@linkplain BootSelection#device() device} is the one asked
   *     for; whether the device kept the persistent and firmware flags is for the caller to
   *     compare, since some drop them
   * @throws BackendException when it could not be set, or the device reads back another
   */
  BootSelection select(BootSelection selection, Duration within);
}
