package org.novabm.power.pinged;

import java.time.Duration;
import java.util.List;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.ForeignProgram;
import org.novabm.spi.power.PowerState;

/**
 * Tells by ping(8) whether a machine is on. One that hangs, or has no network, counts as off: there
 * is no other sign of it.
 *
 * @param program takes ping's options
 * @param address of the machine
 * @param display for messages
 */
record Ping(String program, String address, String display) {

  /** A lost packet is no machine that is off. */
  private static final int TRIES = 3;

  private static final int ANSWERED = 0;
  private static final int SILENT = 1;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  /**
   * Looks now; a machine that is off takes about three seconds.
   *
   * @throws BackendException.Unreachable when ping can't say
   */
  PowerState state(Deadline deadline) {
    List<String> line =
        List.of(program, "-q", "-n", "-c", "" + TRIES, "-i", "0.3", "-W", "1", address);
    ForeignProgram.Ending ending = new ForeignProgram(display, line).run(deadline);
    return switch (ending.status()) {
      case ANSWERED -> PowerState.ON;
      case SILENT -> PowerState.OFF;
      default ->
          throw new BackendException.Unreachable(
              display,
              "cannot see whether it is on: %s %s: %s".formatted(program, address, ending.brief()));
    };
  }

  /** Looks until the machine is as wanted or the deadline is over. */
  PowerState await(PowerState wanted, Deadline deadline) {
    PowerState state = state(deadline);
    while (state != wanted && pause(deadline)) {
      state = stateOr(state, deadline);
    }
    return state;
  }

  /** No time left for another look is no failure. */
  private PowerState stateOr(PowerState last, Deadline deadline) {
    try {
      return state(deadline);
    } catch (BackendException.Unreachable e) {
      if (deadline.isOver()) {
        return last;
      }
      throw e;
    }
  }

  /** False when the deadline is over. */
  private boolean pause(Deadline deadline) {
    try {
      Thread.sleep(Math.min(LOOK_AGAIN.toMillis(), deadline.leftMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(display, "interrupted while it was watched", e);
    }
    return !deadline.isOver();
  }
}
