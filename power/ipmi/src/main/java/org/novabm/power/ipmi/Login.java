package org.novabm.power.ipmi;

import java.io.IOException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.AlgorithmPayloads;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.power.ipmi.wire.KeyExchange;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.power.ipmi.wire.OpenSessionRequest;
import org.novabm.power.ipmi.wire.OpenSessionResponse;
import org.novabm.power.ipmi.wire.Rakp1;
import org.novabm.power.ipmi.wire.Rakp2;
import org.novabm.power.ipmi.wire.Rakp3;
import org.novabm.power.ipmi.wire.Rakp4;
import org.novabm.power.ipmi.wire.SealedPackets;
import org.novabm.power.ipmi.wire.SetupAnswer;
import org.novabm.power.ipmi.wire.SetupStatus;
import org.novabm.spi.BackendException;

/**
 * One attempt to make a session: Open Session, then the RAKP messages 1 to 4 (IPMI 2.0, section
 * 13.15). Session id and random numbers are its own.
 */
final class Login {

  private static final String PASSWORD = "the proof of one side is not accepted by the other";
  private static final String BMC_KEY =
      "the passwords agree but the session keys do not: does the BMC have its own key, K_G? see "
          + "kg_file";

  private final IpmiSettings settings;
  private final CipherSuite suite;
  private final Account account;
  private final SecureRandom random;
  private final Conversation conversation;
  private final LoginRefusals refusals;
  private final CommandDeadline deadline;
  private int tag;

  /** Reads an answer of one kind. */
  private interface Parser<T> {
    T parse(byte[] packet) throws MalformedPacketException;
  }

  Login(
      IpmiSettings settings,
      CipherSuite suite,
      Account account,
      SecureRandom random,
      Conversation conversation,
      LoginRefusals refusals,
      CommandDeadline deadline) {
    this.settings = settings;
    this.suite = suite;
    this.account = account;
    this.random = random;
    this.conversation = conversation;
    this.refusals = refusals;
    this.deadline = deadline;
  }

  /**
   * Makes the session.
   *
   * @throws BackendException when the BMC refuses
   */
  LoginOutcome run() throws IOException, InterruptedException {
    AlgorithmPayloads wanted = AlgorithmPayloads.of(suite);
    byte[] question = new OpenSessionRequest(nextTag(), conversation.id(), wanted).encode();
    OpenSessionResponse opened = ask(question, OpenSessionResponse::parse, openUntil());
    if (opened == null) {
      return new LoginOutcome.Unanswered(LoginOutcome.Unanswered.FIRST, conversation.complaint());
    }
    if (opened.status().refusesSuite()) {
      return new LoginOutcome.SuiteRefused(opened.status());
    }
    refusals.check(opened.status());
    if (!wanted.equals(opened.algorithms())) {
      throw refusals.otherAlgorithms(suite, opened);
    }
    return proveBmc(opened.bmcSession());
  }

  private LoginOutcome proveBmc(int bmcSession) throws IOException, InterruptedException {
    Rakp1 first =
        new Rakp1(
            nextTag(),
            bmcSession,
            Octets.random(random, Rakp1.RANDOM_SIZE),
            Rakp1.BY_NAME_ONLY | settings.privilege().code(),
            account.userBytes());
    Rakp2 second = ask(first.encode(), Rakp2::parse, aWhile());
    if (second == null) {
      return new LoginOutcome.Unanswered("RAKP message 1", conversation.complaint());
    }
    refusals.check(second.status());
    KeyExchange keys =
        new KeyExchange(suite.authentication(), account.key(), settings.bmcKey(), first, second);
    if (!second.code().equals(keys.rakp2Code())) {
      conversation.tell(Rakp3.refusal(nextTag(), bmcSession).encode());
      return disagreed(PASSWORD);
    }
    return proveUser(bmcSession, keys);
  }

  private LoginOutcome proveUser(int bmcSession, KeyExchange keys)
      throws IOException, InterruptedException {
    Session session =
        new Session(conversation, bmcSession, new SealedPackets(suite, keys, random), settings);
    Rakp3 third = new Rakp3(nextTag(), SetupStatus.NO_ERRORS, bmcSession, keys.rakp3Code());
    Rakp4 last = ask(third.encode(), Rakp4::parse, aWhile());
    if (last == null) {
      session.abandon();
      return new LoginOutcome.Unanswered("RAKP message 3", conversation.complaint());
    }
    if (last.status() == SetupStatus.INVALID_INTEGRITY_CHECK_VALUE) {
      return disagreed(PASSWORD);
    }
    refusals.check(last.status());
    return last.code().equals(keys.rakp4Code())
        ? new LoginOutcome.Made(session)
        : disagreed(BMC_KEY);
  }

  private LoginOutcome disagreed(String about) {
    return new LoginOutcome.Disagreed(conversation.repeated(), about);
  }

  /** A BMC may be silent about a suite it does not have; where there is another, it is tried. */
  private CommandDeadline openUntil() {
    return settings.suites().size() > 1 ? aWhile() : deadline;
  }

  /** Time for two sendings; a BMC that answered a moment ago and is silent then lost the thread. */
  private CommandDeadline aWhile() {
    return deadline.sooner(settings.firstTimeout().multipliedBy(3));
  }

  private int nextTag() {
    tag = conversation.nextTag();
    return tag;
  }

  private <T extends SetupAnswer> @Nullable T ask(
      byte[] question, Parser<T> parser, CommandDeadline until)
      throws IOException, InterruptedException {
    return conversation.ask(() -> question, packet -> expected(parser.parse(packet)), until);
  }

  private <T extends SetupAnswer> @Nullable T expected(T answer) {
    if (answer.tag() == tag) {
      return answer;
    }
    conversation.drop(DropReason.UNEXPECTED);
    return null;
  }
}
