package org.novabm.power.redfish;

import java.time.Duration;
import org.novabm.spi.BackendException;

/** What an answer to a change means. */
sealed interface Verdict {

  record Done() implements Verdict {}

  /**
   * It passes by itself.
   *
   * @param why for whom the time is over
   * @param pause that the BMC asks for; may be zero
   */
  record Later(BackendException why, Duration pause) implements Verdict {}

  /**
   * It is the same when it is asked again.
   *
   * @param account whether it is the account that may not
   */
  record No(BackendException why, boolean account) implements Verdict {}

  /**
   * That of an answer.
   *
   * @param what was asked, for example {@code PATCH /redfish/v1/Systems/1}
   */
  static Verdict of(String name, String what, BmcAnswer answer) {
    String text = "the BMC answers %s with %s".formatted(what, answer.complaint());
    if (answer.isGood()) {
      return new Done();
    }
    if (PassingRefusals.has(answer)) {
      return new Later(
          new BackendException.Unreachable(name, text + "; it is not ready, try again later"),
          answer.retryAfter());
    }
    return switch (answer.status()) {
      case 501, 505 -> new No(new BackendException.Unsupported(name, text), false);
      case 401, 403 -> new No(new BackendException.Refused(name, text), true);
      default -> new No(refusal(name, text, answer.status()), false);
    };
  }

  private static BackendException refusal(String name, String text, int status) {
    return status >= 500
        ? new BackendException.Unreachable(name, text + "; try again later")
        : new BackendException.Refused(name, text);
  }
}
