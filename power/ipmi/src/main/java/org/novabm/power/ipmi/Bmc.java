package org.novabm.power.ipmi;

import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.BackendException;

/** One BMC that takes commands, whichever way they get there. */
sealed interface Bmc extends AutoCloseable permits LanBmc, ToolBmc {

  /** For messages. */
  String name();

  /**
   * Sends a command, again while the BMC is busy.
   *
   * @return the answer, whatever its completion code
   */
  IpmiResponse ask(IpmiCommand command, Deadline deadline);

  /**
   * Sends a command, again while the BMC is busy.
   *
   * @return the data of the answer
   * @throws BackendException when the BMC says anything else than "done"
   */
  default Octets execute(IpmiCommand command, Deadline deadline) {
    IpmiResponse response = ask(command, deadline);
    requireDone(command, response.completion());
    return response.data();
  }

  /** Lets only "done" pass. */
  default void requireDone(IpmiCommand command, CompletionCode completion) {
    String answer = "the BMC answers " + command.name() + " with '" + completion + "'";
    switch (completion.verdict()) {
      case DONE -> {}
      case BUSY -> throw new BackendException.Unreachable(name(), answer + "; try again later");
      case UNSUPPORTED -> throw new BackendException.Unsupported(name(), answer);
      case REFUSED -> throw new BackendException.Refused(name(), answer);
    }
  }

  @Override
  void close();
}
