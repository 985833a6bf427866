package org.novabm.spi.power;

import java.time.Duration;

/** A {@link PowerManager} whose device tells what it is. */
public interface IdentityReader {

  /** Reads the identity from the device. */
  DeviceIdentity identity(Duration within);
}
