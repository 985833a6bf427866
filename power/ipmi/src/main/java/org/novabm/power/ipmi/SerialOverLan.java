package org.novabm.power.ipmi;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.power.ipmi.wire.SolPacket;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.power.ConsoleAccess.Claim;
import org.novabm.spi.power.SerialLine;

/**
 * Opens a machine's serial line in a session of its own (Activate Payload and Deactivate Payload,
 * IPMI 2.0, sections 24.1 and 24.2). The UDP port that the BMC names for it is not looked at: it is
 * the session's with all BMCs we know.
 */
final class SerialOverLan {

  private static final int OTHER_SESSION = 0x80;
  private static final int DISABLED = 0x81;
  private static final int NO_ENCRYPTION = 0x83;

  /** Where Activate Payload's answer says how much the BMC takes in one packet. */
  private static final int INBOUND_SIZE = 4;

  private static final int LEAST_ANSWER = 8;
  private static final int MOST_CHARACTERS = 200;

  private final String name;
  private final IpmiSettings settings;
  private final SessionSource sessions;

  SerialOverLan(Endpoint endpoint, IpmiSettings settings, SharedSocket sockets) {
    this.name = endpoint.display();
    this.settings = settings;
    this.sessions = new SessionSource(endpoint, settings, sockets);
  }

  SerialLine open(Claim claim, CommandDeadline deadline) {
    try {
      Session session = sessions.logIn(deadline);
      boolean active = false;
      try {
        SerialLine line = activate(session, claim, deadline);
        active = true;
        return line;
      } finally {
        if (!active) {
          session.abandon();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(name, "interrupted on the way to the serial line", e);
    } catch (IOException e) {
      throw new BackendException.Unreachable(name, "cannot send: " + e.getMessage(), e);
    }
  }

  private SerialLine activate(Session session, Claim claim, CommandDeadline deadline)
      throws IOException, InterruptedException {
    IpmiCommand activate = IpmiCommand.activateSerialLine();
    IpmiResponse response = session.askWhileBusy(activate, deadline);
    if (claim == Claim.TAKE_OVER && isOthers(response)) {
      session.askWhileBusy(IpmiCommand.deactivateSerialLine(), deadline);
      response = session.askWhileBusy(activate, deadline);
    }
    if (response == null) {
      throw sessions.refusals().noAnswer(activate.name(), session.complaint());
    }
    if (!response.completion().equals(CompletionCode.DONE)) {
      throw refusal(activate, response.completion());
    }
    return new SolLine(name, session, mostCharacters(response.data()), settings);
  }

  private static boolean isOthers(@Nullable IpmiResponse response) {
    return response != null && response.completion().value() == OTHER_SESSION;
  }

  private BackendException refusal(IpmiCommand activate, CompletionCode completion) {
    return switch (completion.value()) {
      case OTHER_SESSION ->
          new BackendException.Refused(
              name,
              "somebody else is at the machine's serial line; end that (ipmitool sol deactivate), or take it over");
      case DISABLED ->
          new BackendException.Refused(
              name,
              "serial over LAN is switched off in the BMC; switch it on (ipmitool sol set enabled true), and for the user too (ipmitool sol payload enable)");
      case NO_ENCRYPTION ->
          new BackendException.Unsupported(
              name, "the BMC does not encrypt the serial line, and it is not read in the clear");
      default -> IpmiBmc.answered(name, activate, completion);
    };
  }

  private int mostCharacters(Octets answer) {
    if (answer.size() < LEAST_ANSWER) {
      throw new BackendException.ProtocolViolation(
          name, "an activation of the serial line that cannot be read: '" + answer + "'");
    }
    int size = answer.at(INBOUND_SIZE) | answer.at(INBOUND_SIZE + 1) << 8;
    return Math.clamp(size - SolPacket.HEADER, 1, MOST_CHARACTERS);
  }
}
