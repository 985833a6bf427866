package org.novabm.power.redfish;

import java.time.Duration;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;

/**
 * Time between two readings.
 *
 * @param name the BMC, for messages
 * @param poll the shortest
 */
record Pause(String name, Duration poll) {

  /**
   * Waits, unless the deadline would be over then.
   *
   * @param asked what the BMC asks for, if it is longer
   * @return false when there is no time for it
   */
  boolean within(Deadline deadline, Duration asked) {
    Duration pause = asked.compareTo(poll) > 0 ? asked : poll;
    if (deadline.leftMillis() <= pause.toMillis()) {
      return false;
    }
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(name, "interrupted while it was waited for", e);
    }
  }

  boolean within(Deadline deadline) {
    return within(deadline, Duration.ZERO);
  }

  /** Some readings' time, for what usually shows soon. */
  Deadline soon(Deadline deadline) {
    return deadline.butWithin(poll.multipliedBy(4));
  }
}
