package org.novabm.power.ipmi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;

/** Makes sessions with one BMC. */
final class SessionSource {

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
   * Logs in; the session has the lowest privilege.
   *
   * @throws BackendException when the BMC refuses or does not answer
   */
  Session logIn(Deadline deadline) throws IOException, InterruptedException {
    InetSocketAddress address = resolve();
    BmcSocket socket = sockets.get();
    Conversation conversation = socket.converse(address);
    Session made = logIn(socket, conversation, deadline);
    // A BMC that draws a new random number for a repeated RAKP message 1 disagrees for no fault of
    // the password; only a login without repetitions proves it wrong.
    if (made == null && conversation.repeated() && !deadline.isOver()) {
      made = logIn(socket, socket.converse(address), deadline);
    }
    if (made == null) {
      throw refusals.wrongAccount("the proof of one side is not accepted by the other");
    }
    return made;
  }

  private @Nullable Session logIn(BmcSocket socket, Conversation conversation, Deadline deadline)
      throws IOException, InterruptedException {
    Session made = null;
    try {
      Login login = new Login(settings, account, socket.random(), conversation, refusals, deadline);
      made = login.run();
    } finally {
      if (made == null) {
        conversation.close();
      }
    }
    return made;
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
