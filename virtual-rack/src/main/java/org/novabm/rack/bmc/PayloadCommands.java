package org.novabm.rack.bmc;

import java.net.SocketAddress;

/** Activation of serial over LAN (IPMI 2.0, sections 24.1, 24.2, 24.4 and 24.8). */
final class PayloadCommands {

  private static final int ACTIVATE = 0x48;
  private static final int DEACTIVATE = 0x49;
  private static final int STATUS = 0x4a;
  private static final int SUPPORT = 0x4e;
  private static final int ALREADY_ACTIVE = 0x80;
  private static final int ALREADY_INACTIVE = 0x80;
  private static final int DISABLED = 0x81;

  private final SimulatedSerialOverLan serial;
  private final int port;

  PayloadCommands(SimulatedSerialOverLan serial, int port) {
    this.serial = serial;
    this.port = port;
  }

  static boolean knows(int command) {
    return command == ACTIVATE || command == DEACTIVATE || command == STATUS || command == SUPPORT;
  }

  CommandResponse answer(CommandRequest request, BmcSession session, SocketAddress sender) {
    byte[] data = request.data();
    return switch (request.command()) {
      case ACTIVATE ->
          data.length == 6 ? activate(data, session, sender) : CommandResponse.WRONG_LENGTH;
      case DEACTIVATE -> data.length == 6 ? deactivate(data) : CommandResponse.WRONG_LENGTH;
      case STATUS -> data.length == 1 ? status() : CommandResponse.WRONG_LENGTH;
      // IPMI messages and serial over LAN; Open Session and RAKP 1 to 4
      case SUPPORT -> CommandResponse.of(0x03, 0, 0x3f, 0, 0, 0, 0, 0);
      default -> CommandResponse.UNKNOWN_COMMAND;
    };
  }

  private CommandResponse activate(byte[] data, BmcSession session, SocketAddress sender) {
    if (data[0] != SimulatedSerialOverLan.TYPE || data[1] != 1) {
      return CommandResponse.refused(DISABLED);
    }
    if (serial.isActive()) {
      return CommandResponse.refused(ALREADY_ACTIVE);
    }
    serial.activate(session, sender);
    Bytes sizes = new Bytes().four(0).two(SimulatedSerialOverLan.MOST_CHARACTERS + 4);
    return CommandResponse.of(
        sizes.two(SimulatedSerialOverLan.MOST_CHARACTERS + 4).two(port).two(0xffff).done());
  }

  private CommandResponse deactivate(byte[] data) {
    if (data[0] != SimulatedSerialOverLan.TYPE || !serial.isActive()) {
      return CommandResponse.refused(ALREADY_INACTIVE);
    }
    serial.deactivate();
    return CommandResponse.DONE;
  }

  private CommandResponse status() {
    return CommandResponse.of(1, serial.isActive() ? 1 : 0, 0);
  }
}
