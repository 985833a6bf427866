package org.novabm.power.ipmi;

import org.novabm.power.ipmi.wire.SetupStatus;

/** How one attempt to make a session ended, when it was not refused. */
sealed interface LoginOutcome {

  /** The session is there. */
  record Made(Session session) implements LoginOutcome {}

  /**
   * One side did not accept the other's proof of knowing the password.
   *
   * @param repeated a question was sent twice: a BMC that draws a new random number for a repeated
   *     RAKP message 1 disagrees for no fault of the password
   * @param about what
   */
  record Disagreed(boolean repeated, String about) implements LoginOutcome {}

  /**
   * The BMC did not answer. In the middle of a login that is for another attempt to mend: a BMC
   * answers RAKP message 3 only once, and its answer may be lost.
   *
   * @param question what it did not answer
   * @param complaint of what came instead, or empty
   */
  record Unanswered(String question, String complaint) implements LoginOutcome {

    /** The question with which a session begins. */
    static final String FIRST = "Open Session";

    /** A BMC may be silent about a suite that it does not have. */
    boolean maybeForItsSuite() {
      return question.equals(FIRST);
    }
  }

  /** The BMC does not have the cipher suite, or not for us. */
  record SuiteRefused(SetupStatus status) implements LoginOutcome {}
}
