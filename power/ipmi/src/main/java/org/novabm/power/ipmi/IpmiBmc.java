package org.novabm.power.ipmi;

import java.time.Duration;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.CompletionCode.Verdict;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.BackendException;

/** One BMC that takes commands, whichever way they get there. */
sealed interface IpmiBmc extends AutoCloseable permits LanBmc, ToolBmc {

  /** So long a refusal that may pass is not believed. */
  Duration REFUSAL_PASSES = Duration.ofSeconds(5);

  /** For messages. */
  String name();

  /**
   * Sends a command, again while the BMC is busy.
   *
   * @return the answer, whatever its completion code
   */
  IpmiResponse ask(IpmiCommand command, CommandDeadline deadline);

  /**
   * Sends a command, again while the BMC is busy, and for a while after a refusal that may pass.
   *
   * @return the data of the answer
   * @throws BackendException when the BMC says anything else than "done"
   */
  default Octets execute(IpmiCommand command, CommandDeadline deadline) {
    CommandDeadline passing = deadline.sooner(REFUSAL_PASSES);
    DoublingPauses backoff = DoublingPauses.betweenRefusals();
    IpmiResponse response = ask(command, deadline);
    while (response.completion().verdict() == Verdict.PASSING && pause(backoff, passing)) {
      response = ask(command, deadline);
    }
    requireDone(command, response.completion());
    return response.data();
  }

  /** Lets only "done" pass. */
  default void requireDone(IpmiCommand command, CompletionCode completion) {
    if (completion.verdict() != Verdict.DONE) {
      throw answered(name(), command, completion);
    }
  }

  /**
   * Waits before the BMC is asked again.
   *
   * @return false when the time is over
   * @throws BackendException.Unreachable when the thread is interrupted
   */
  default boolean pause(DoublingPauses backoff, CommandDeadline end) {
    try {
      return backoff.pause(end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(name(), "interrupted while it was waited for", e);
    }
  }

  /** What it means that the BMC answered something else than "done". */
  static BackendException answered(String name, IpmiCommand command, CompletionCode completion) {
    String answer = "the BMC answers " + command.name() + " with '" + completion + "'";
    return switch (completion.verdict()) {
      case DONE -> throw new IllegalArgumentException(answer + ", which is no failure");
      case BUSY -> new BackendException.Unreachable(name, answer + "; try again later");
      case UNSUPPORTED -> new BackendException.Unsupported(name, answer);
      case PASSING, REFUSED -> new BackendException.Refused(name, answer);
    };
  }

  @Override
  void close();
}
