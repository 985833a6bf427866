package org.novabm.power.ipmi;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.AlgorithmPayloads;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.power.ipmi.wire.KeyExchange;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.power.ipmi.wire.OpenSessionRequest;
import org.novabm.power.ipmi.wire.OpenSessionResponse;
import org.novabm.power.ipmi.wire.Rakp1;
import org.novabm.power.ipmi.wire.Rakp2;
import org.novabm.power.ipmi.wire.Rakp3;
import org.novabm.power.ipmi.wire.Rakp4;
import org.novabm.power.ipmi.wire.SealedPackets;
import org.novabm.power.ipmi.wire.SetupStatus;
import org.novabm.spi.BackendException;

/**
 * Makes one session: Open Session, then the RAKP messages 1 to 4 (IPMI 2.0, section 13.15). Each
 * login has session id and random numbers of its own and is used once.
 */
final class Login {

  private static final int OPEN_TAG = 1;
  private static final int RAKP_1_TAG = 2;
  private static final int RAKP_3_TAG = 3;

  private final CipherSuite suite;
  private final IpmiSettings settings;
  private final Account account;
  private final SecureRandom random;
  private final Conversation conversation;
  private final LoginRefusals refusals;
  private final Deadline deadline;

  Login(
      IpmiSettings settings,
      Account account,
      SecureRandom random,
      Conversation conversation,
      LoginRefusals refusals,
      Deadline deadline) {
    this.suite = settings.suite();
    this.settings = settings;
    this.account = account;
    this.random = random;
    this.conversation = conversation;
    this.refusals = refusals;
    this.deadline = deadline;
  }

  /**
   * Makes the session.
   *
   * @return null when one side did not accept the other's proof of knowing the password
   * @throws BackendException when the BMC refuses for another reason, or does not answer
   */
  @Nullable Session run() throws IOException, InterruptedException {
    int bmcSession = openSession();
    Rakp1 first =
        new Rakp1(
            RAKP_1_TAG,
            bmcSession,
            Octets.random(random, Rakp1.RANDOM_SIZE),
            Rakp1.BY_NAME_ONLY | settings.privilege().code(),
            account.userBytes());
    Rakp2 second = exchange(first);
    KeyExchange keys = new KeyExchange(suite.authentication(), account.key(), first, second);
    if (!second.code().equals(keys.rakp2Code())) {
      conversation.tell(Rakp3.refusal(RAKP_3_TAG, bmcSession).encode());
      return null;
    }
    Rakp4 last =
        exchange(new Rakp3(RAKP_3_TAG, SetupStatus.NO_ERRORS, bmcSession, keys.rakp3Code()));
    if (last.status() == SetupStatus.INVALID_INTEGRITY_CHECK_VALUE
        || !last.code().equals(keys.rakp4Code())) {
      return null;
    }
    return new Session(conversation, bmcSession, new SealedPackets(suite, keys, random), settings);
  }

  private int openSession() throws IOException, InterruptedException {
    AlgorithmPayloads wanted = AlgorithmPayloads.of(suite);
    byte[] request = new OpenSessionRequest(OPEN_TAG, conversation.id(), wanted).encode();
    OpenSessionResponse response =
        ask(
            "Open Session",
            () -> request,
            packet -> {
              OpenSessionResponse read = OpenSessionResponse.parse(packet);
              return fresh(read.tag() == OPEN_TAG, read);
            });
    refusals.check(response.status());
    if (!wanted.equals(response.algorithms())) {
      throw refusals.otherAlgorithms(response);
    }
    return response.bmcSession();
  }

  private Rakp2 exchange(Rakp1 first) throws IOException, InterruptedException {
    byte[] request = first.encode();
    Rakp2 second =
        ask(
            "RAKP message 1",
            () -> request,
            packet -> {
              Rakp2 read = Rakp2.parse(packet);
              return fresh(read.tag() == RAKP_1_TAG, read);
            });
    refusals.check(second.status());
    return second;
  }

  private Rakp4 exchange(Rakp3 third) throws IOException, InterruptedException {
    byte[] request = third.encode();
    Rakp4 last =
        ask(
            "RAKP message 3",
            () -> request,
            packet -> {
              Rakp4 read = Rakp4.parse(packet);
              return fresh(read.tag() == RAKP_3_TAG, read);
            });
    if (last.status() != SetupStatus.INVALID_INTEGRITY_CHECK_VALUE) {
      refusals.check(last.status());
    }
    return last;
  }

  private <T> @Nullable T fresh(boolean expected, T message) {
    if (!expected) {
      conversation.drop(DropReason.UNEXPECTED);
      return null;
    }
    return message;
  }

  private <T> T ask(String what, Supplier<byte[]> question, Conversation.AnswerReader<T> reader)
      throws IOException, InterruptedException {
    T answer = conversation.ask(question, reader, settings.betweenSendings(), deadline);
    if (answer == null) {
      throw refusals.noAnswer(what);
    }
    return answer;
  }
}
