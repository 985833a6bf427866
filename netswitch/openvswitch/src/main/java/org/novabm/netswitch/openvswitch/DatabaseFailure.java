package org.novabm.netswitch.openvswitch;

import java.io.IOException;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;

/** What a failed talk with the database means, and what would help. */
final class DatabaseFailure {

  private DatabaseFailure() {}

  static BackendException of(Endpoint endpoint, IOException cause, Deadline deadline) {
    String text = String.valueOf(cause.getMessage());
    if (deadline.isOver()) {
      return new BackendException.Unreachable(
          endpoint.display(),
          "the switch did not take the command in time; do ovsdb-server and ovs-vswitchd run?",
          cause);
    }
    if (text.contains("Permission denied")) {
      return new BackendException.Refused(
          endpoint.display(), text + "; run this service with the socket's group", cause);
    }
    if (text.startsWith("the peer sent")) {
      return new BackendException.ProtocolViolation(endpoint.display(), text, cause);
    }
    return new BackendException.Unreachable(
        endpoint.display(), text + "; does ovsdb-server run, and listen there?", cause);
  }

  static BackendException of(Endpoint endpoint, String error) {
    if (error.contains("column") || error.contains("unknown database")) {
      return new BackendException.Unsupported(
          endpoint.display(), "this Open vSwitch is too old, or none (" + error + ")");
    }
    return new BackendException.ProtocolViolation(
        endpoint.display(), "the database refused the transaction: " + error);
  }
}
