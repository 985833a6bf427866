package org.novabm.netswitch.openvswitch;

import java.util.Locale;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;

/**
 * What a failed ovs-vsctl means. It leaves with 1 and a line of text for every error (ovs-vsctl(8),
 * EXIT STATUS), and dies of SIGALRM when its own {@code --timeout} has passed.
 */
final class VsctlFailure {

  private static final int KILLED_BY_ALARM = 128 + 14;

  private VsctlFailure() {}

  static BackendException of(Endpoint endpoint, int exit, String complaint) {
    String text = complaint.strip();
    if (exit == KILLED_BY_ALARM) {
      return late(endpoint);
    }
    if (text.contains("connection failed") && !text.contains("Permission denied")) {
      return new BackendException.Unreachable(
          endpoint.display(), text + "; does ovsdb-server run, and listen there?");
    }
    if (text.contains("Permission denied")) {
      return new BackendException.Refused(
          endpoint.display(), text + "; run this service with the socket's group");
    }
    if (text.toLowerCase(Locale.ROOT).contains("no row")) {
      return new BackendException.Refused(
          endpoint.display(), "the switch has no such port (" + text + ")");
    }
    if (text.contains("does not contain a column")) {
      return new BackendException.Unsupported(
          endpoint.display(), "this Open vSwitch is too old (" + text + ")");
    }
    return new BackendException.ProtocolViolation(
        endpoint.display(), "ovs-vsctl ended with " + exit + ": " + text);
  }

  static BackendException late(Endpoint endpoint) {
    return new BackendException.Unreachable(
        endpoint.display(),
        "the switch did not take the command in time; do ovsdb-server and ovs-vswitchd run?");
  }
}
