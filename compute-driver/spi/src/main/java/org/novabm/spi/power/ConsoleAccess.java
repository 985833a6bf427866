package org.novabm.spi.power;

import java.time.Duration;
import org.novabm.spi.BackendException;

/** A {@link PowerManager} whose device also carries the machine's serial line. */
public interface ConsoleAccess {

  /** What to do when somebody else is at the line: a device lets one in at a time. */
  enum Claim {
    /** Leave it to the other. */
    IF_FREE,
    /** End the other's. */
    TAKE_OVER
  }

  /**
   * Goes to the machine's serial line. The line does not need the manager any more and stays when
   * that is closed.
   *
   * @param within the longest time until it is open, above zero
   * @throws BackendException when there is no way to it; {@link BackendException.Refused} too when
   *     somebody else is at it, and is left there
   */
  SerialLine openConsole(Claim claim, Duration within);
}
