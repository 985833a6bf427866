package org.novabm.power.ipmi;

import java.util.stream.Collectors;
import org.novabm.power.ipmi.wire.CipherSuite;
import org.novabm.power.ipmi.wire.OpenSessionResponse;
import org.novabm.power.ipmi.wire.SetupStatus;
import org.novabm.spi.BackendException;

/** Says why a login failed and what to do about it. */
record LoginRefusals(String endpoint, String user, IpmiSettings settings) {

  /** Lets {@link SetupStatus#NO_ERRORS} pass. */
  void check(SetupStatus status) {
    if (status != SetupStatus.NO_ERRORS) {
      throw because(status);
    }
  }

  private BackendException because(SetupStatus status) {
    return switch (status) {
      case INSUFFICIENT_RESOURCES, INSUFFICIENT_RESOURCES_FOR_ROLE ->
          unreachable(
              "the BMC has no free session slot ("
                  + status
                  + "); close other IPMI sessions, or wait a minute until it drops dead ones");
      case INVALID_SESSION_ID, INACTIVE_SESSION_ID ->
          unreachable("the BMC forgot the session while it was made; did it restart?");
      case UNAUTHORIZED_NAME, INVALID_INTEGRITY_CHECK_VALUE -> wrongAccount(status.toString());
      case INVALID_ROLE, UNAUTHORIZED_ROLE -> notPrivileged(status);
      case INVALID_AUTHENTICATION_ALGORITHM,
          INVALID_INTEGRITY_ALGORITHM,
          INVALID_CONFIDENTIALITY_ALGORITHM,
          NO_MATCHING_AUTHENTICATION_PAYLOAD,
          NO_MATCHING_INTEGRITY_PAYLOAD,
          NO_CIPHER_SUITE_MATCH ->
          suites(status);
      case INVALID_NAME_LENGTH -> refused("the BMC refuses the length of user name '" + user + "'");
      case INVALID_PAYLOAD_TYPE, UNAUTHORIZED_GUID, ILLEGAL_PARAMETER, NO_ERRORS, UNKNOWN ->
          new BackendException.ProtocolViolation(
              endpoint, "the BMC ends the login with status '" + status + "'");
    };
  }

  /** User or password is wrong. */
  BackendException.Refused wrongAccount(String reason) {
    return refused(
        "the BMC and we do not agree about user '"
            + user
            + "' and its password ("
            + reason
            + "); check both, and that the user is enabled for IPMI over LAN");
  }

  /** The user may log in, but not with the privilege that is asked for. */
  BackendException.Refused notPrivileged(Object reason) {
    return refused(
        "the BMC does not let user '"
            + user
            + "' be "
            + settings.privilege()
            + " ("
            + reason
            + "); raise the user's privilege on the LAN channel or set [power:ipmi] privilege");
  }

  /** None of our cipher suites is let in. */
  BackendException suites(SetupStatus status) {
    String asked =
        settings.suites().stream()
            .map(suite -> "" + suite.id())
            .collect(Collectors.joining(" and "));
    return new BackendException.Unsupported(
        endpoint,
        "the BMC refuses cipher suite %s (%s); enable it on the LAN channel or set [power:ipmi] cipher_suites"
            .formatted(asked, status));
  }

  BackendException otherAlgorithms(CipherSuite suite, OpenSessionResponse response) {
    return new BackendException.ProtocolViolation(
        endpoint,
        "asked for cipher suite "
            + suite.id()
            + ", the BMC chose other algorithms: "
            + response.algorithms());
  }

  /**
   * Nothing came, or nothing to be believed.
   *
   * @param complaint of what came instead, or empty
   */
  BackendException.Unreachable noAnswer(String what, String complaint) {
    return unreachable(
        "no answer to "
            + what
            + " in time"
            + complaint
            + "; check address and port, the BMC's network, and that IPMI over LAN is on");
  }

  private BackendException.Unreachable unreachable(String message) {
    return new BackendException.Unreachable(endpoint, message);
  }

  private BackendException.Refused refused(String message) {
    return new BackendException.Refused(endpoint, message);
  }
}
