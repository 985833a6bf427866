package org.novabm.power.ipmi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Set;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.power.ipmi.wire.CompletionCode.Verdict;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.SetupStatus;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;

/** Makes sessions with one BMC. */
final class SessionSource {

  /** Few, since a BMC may lock the account after some. */
  private static final int MOST_DISAGREEMENTS = 2;

  private final Endpoint endpoint;
  private final Account account;
  private final IpmiSettings settings;
  private final SharedSocket sockets;
  private final LoginRefusals refusals;
  private final RoundTrip roundTrip;

  /** Which of the suites is tried first: the one that was let in last. */
  private int preferred;

  SessionSource(Endpoint endpoint, IpmiSettings settings, SharedSocket sockets) {
    this.endpoint = endpoint;
    this.account = Account.of(endpoint);
    this.settings = settings;
    this.sockets = sockets;
    this.refusals = new LoginRefusals(endpoint.display(), account.user(), settings);
    this.roundTrip = new RoundTrip(settings);
  }

  LoginRefusals refusals() {
    return refusals;
  }

  /**
   * Logs in, in several attempts when packets are lost, and raises the session's privilege to what
   * is wanted.
   *
   * @throws BackendException when the BMC refuses or does not answer
   */
  Session logIn(CommandDeadline deadline) throws IOException, InterruptedException {
    Session fresh = enter(deadline);
    IpmiCommand raise = IpmiCommand.setPrivilege(settings.privilege());
    IpmiResponse response = fresh.askWhileBusy(raise, deadline);
    if (response != null && response.completion().verdict() == Verdict.DONE) {
      return fresh;
    }
    fresh.abandon();
    if (response == null) {
      throw refusals.noAnswer(raise.name(), fresh.complaint());
    }
    throw response.completion().verdict() == Verdict.REFUSED
        ? refusals.notPrivileged(response.completion())
        : IpmiBmc.answered(endpoint.display(), raise, response.completion());
  }

  private Session enter(CommandDeadline deadline) throws IOException, InterruptedException {
    InetSocketAddress address = resolve();
    int disagreements = 0;
    Set<CipherSuite> refused = new HashSet<>();
    while (true) {
      switch (attempt(address, deadline)) {
        case LoginOutcome.Made(Session session) -> {
          sockets.fallbacks().made(endpoint.display(), suite(), settings.suites().getFirst());
          return session;
        }
        case LoginOutcome.SuiteRefused(SetupStatus status) -> {
          refused.add(suite());
          if (refused.containsAll(settings.suites())) {
            throw refusals.suites(status);
          }
          nextSuite(refused);
        }
        case LoginOutcome.Disagreed(boolean repeated, String about) -> {
          disagreements++;
          if (!repeated || disagreements == MOST_DISAGREEMENTS || deadline.isOver()) {
            throw refusals.wrongAccount(about);
          }
        }
        case LoginOutcome.Unanswered silence -> {
          if (deadline.isOver()) {
            throw refusals.noAnswer(silence.question(), silence.complaint());
          }
          if (silence.maybeForItsSuite()) {
            nextSuite(refused);
          }
        }
      }
    }
  }

  private CipherSuite suite() {
    return settings.suites().get(preferred);
  }

  private void nextSuite(Set<CipherSuite> refused) {
    do {
      preferred = (preferred + 1) % settings.suites().size();
    } while (refused.contains(suite()));
  }

  private LoginOutcome attempt(InetSocketAddress address, CommandDeadline deadline)
      throws IOException, InterruptedException {
    BmcSocket socket = sockets.get();
    Conversation conversation = socket.converse(address, roundTrip);
    LoginOutcome outcome = null;
    try {
      outcome =
          new Login(settings, suite(), account, socket.random(), conversation, refusals, deadline)
              .run();
      return outcome;
    } finally {
      if (!(outcome instanceof LoginOutcome.Made)) {
        conversation.close();
      }
    }
  }

  private InetSocketAddress resolve() {
    try {
      return new InetSocketAddress(
          InetAddress.getByName(endpoint.address()), endpoint.portOr(settings.port()));
    } catch (UnknownHostException e) {
      throw new BackendException.Unreachable(
          endpoint.display(),
          "the name of the BMC cannot be resolved; check it, or use its address",
          e);
    }
  }
}
