package org.novabm.power.pinged;

import java.util.List;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.ForeignProgram;

/** Runs a program of the operator's that switches a machine. */
final class OwnProgram {

  private OwnProgram() {}

  /**
   * Runs it to its end.
   *
   * @throws BackendException.Refused when it ends with another status than 0
   */
  static void run(String display, List<String> line, Deadline deadline) {
    ForeignProgram.Ending ending = new ForeignProgram(display, line).run(deadline);
    if (!ending.done()) {
      throw new BackendException.Refused(
          display,
          "%s ended with status %d: %s"
              .formatted(String.join(" ", line), ending.status(), ending.brief()));
    }
  }
}
