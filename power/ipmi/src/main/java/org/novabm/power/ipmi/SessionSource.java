package org.novabm.power.ipmi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
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

  SessionSource(Endpoint endpoint, IpmiSettings settings, SharedSocket sockets) {
    this.endpoint = endpoint;
    this.account = Account.of(endpoint);
    this.settings = settings;
    this.sockets = sockets;
    this.refusals = new LoginRefusals(endpoint.display(), account.user(), settings);
  }

  LoginRefusals refusals() {
    return refusals;
  }

  /**
   * Logs in, in several attempts when packets are lost; the session has the lowest privilege.
   *
   * @throws BackendException when the BMC refuses or does not answer
   */
  Session logIn(Deadline deadline) throws IOException, InterruptedException {
    InetSocketAddress address = resolve();
    int disagreements = 0;
    while (true) {
      switch (attempt(address, deadline)) {
        case LoginOutcome.Made(Session session) -> {
          return session;
        }
        case LoginOutcome.Disagreed(boolean repeated) -> {
          disagreements++;
          if (!repeated || disagreements == MOST_DISAGREEMENTS || deadline.isOver()) {
            throw refusals.wrongAccount("the proof of one side is not accepted by the other");
          }
        }
        case LoginOutcome.Unanswered(String question) -> {
          if (deadline.isOver()) {
            throw refusals.noAnswer(question);
          }
        }
      }
    }
  }

  private LoginOutcome attempt(InetSocketAddress address, Deadline deadline)
      throws IOException, InterruptedException {
    BmcSocket socket = sockets.get();
    Conversation conversation = socket.converse(address);
    LoginOutcome outcome = null;
    try {
      outcome =
          new Login(settings, account, socket.random(), conversation, refusals, deadline).run();
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
