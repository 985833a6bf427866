package org.novabm.device;

import org.novabm.spi.BackendException;
import org.novabm.spi.power.PowerState;

/** What came of a look at a machine's power. */
public sealed interface PowerReading {

  /** The device told it. */
  record Is(PowerState state) implements PowerReading {}

  /** Nobody knows. */
  record Unknown(BackendException why) implements PowerReading {}
}
