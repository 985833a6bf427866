package org.novabm.spi.contract.power;

import java.time.Duration;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** What an implementer supplies to the power contracts: one machine a test, off at first. */
public interface PoweredMachine {

  /** A new manager for the machine of this test; the contract closes it. May be called again. */
  PowerManager open();

  /** The machine's power, seen by other means than the manager under test. */
  PowerState seenFromOutside();

  /** Time enough for any single operation on a busy test machine. */
  default Duration patience() {
    return Duration.ofSeconds(30);
  }
}
