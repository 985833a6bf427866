package org.novabm.netswitch.junos;

import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import org.novabm.netswitch.junos.netconf.RpcFailure;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;

/** What a failed talk with a switch means, and what would help. */
final class JunosFailure {

  /** What {@link SshAccess} says of a peer with another key than the one on record. */
  static final String CHANGED_KEY = "the host key has changed";

  private JunosFailure() {}

  static BackendException of(Endpoint endpoint, IOException cause, Deadline deadline) {
    String text = String.valueOf(cause.getMessage());
    String where = endpoint.display();
    if (text.equals(CHANGED_KEY)) {
      return new BackendException.Refused(
          where,
          "its host key has CHANGED: known_hosts has another one for it, so somebody else may answer in its place. No password was sent. Ask who runs the switch whether its key was renewed; only then, with the key read at its console, replace the line in known_hosts",
          cause);
    }
    if (text.contains("Server key did not validate")) {
      return new BackendException.Refused(
          where,
          "its host key is not known: known_hosts has none for it. Compare it with the one at the switch's console, and add it: ssh-keyscan -p %d %s"
              .formatted(endpoint.portOr(830), endpoint.address()),
          cause);
    }
    if (text.contains("Unable to negotiate key exchange")) {
      return new BackendException.Refused(
          where,
          "its SSH and ours have no algorithm in common; where the switch has none without SHA-1, update its Junos, or set weak_ssh = true in [netswitch:junos]: "
              + text,
          cause);
    }
    if (text.contains("authentication")) {
      return new BackendException.Refused(
          where, "it does not let '" + endpoint.user() + "' in: " + text, cause);
    }
    if (text.startsWith("the peer sent")) {
      return new BackendException.ProtocolViolation(where, text, cause);
    }
    return new BackendException.Unreachable(
        where,
        (deadline.isOver() ? "no answer in time" : reason(cause, text))
            + "; is 'set system services netconf ssh' configured?",
        cause);
  }

  static BackendException of(Endpoint endpoint, RpcFailure refusal) {
    return new BackendException.Refused(
        endpoint.display(), "the switch says: " + refusal.getMessage(), refusal);
  }

  /** The operating system's words, where there are any, and not the library's around them. */
  private static String reason(IOException cause, String text) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof SocketException || at instanceof UnresolvedAddressException) {
        return at.getMessage() == null ? "its name is not known" : at.getMessage();
      }
    }
    return text;
  }
}
