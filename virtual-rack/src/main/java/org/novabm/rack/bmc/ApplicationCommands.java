package org.novabm.rack.bmc;

import java.util.Arrays;
import java.util.Set;

/** Application commands: who the BMC is, and how one talks to it (IPMI 2.0, sections 20 and 22). */
final class ApplicationCommands {

  static final int NET_FN = 0x06;
  static final int CLOSE_SESSION = 0x3c;
  private static final int GET_CAPABILITIES = 0x38;
  private static final int GET_CIPHER_SUITES = 0x54;
  private static final int SUITE_START = 0xc0;
  private static final int INTEGRITY_TAG = 0x40;
  private static final int CONFIDENTIALITY_TAG = 0x80;
  private static final int SUITE_BYTES = 16;
  private static final int ADMINISTRATOR = 4;

  /** It has a chassis, an inventory, an event log, a sensor repository and sensors. */
  private static final int FUNCTIONS = 0x8f;

  /** Bit 5: the BMC has a key of its own. */
  private static final int HAS_KEY = 0x20;

  private final BmcAccount account;
  private final int maker;
  private final Set<Suite> suites;

  ApplicationCommands(BmcAccount account, int maker, Set<Suite> suites) {
    this.account = account;
    this.maker = maker;
    this.suites = suites;
  }

  /** What may be asked by those who are not logged in. */
  CommandResponse beforeSession(CommandRequest request) {
    return switch (request.command()) {
      case GET_CAPABILITIES -> capabilities();
      case GET_CIPHER_SUITES -> cipherSuites(request.data());
      default -> CommandResponse.UNKNOWN_COMMAND;
    };
  }

  CommandResponse answer(CommandRequest request) {
    byte[] data = request.data();
    return switch (request.command()) {
      case 0x01 ->
          CommandResponse.of(0x20, 1, 1, 0, 0x02, FUNCTIONS, maker, maker >> 8, maker >> 16, 1, 0);
      case 0x3b -> privilege(data);
      case CLOSE_SESSION -> CommandResponse.DONE;
      default -> beforeSession(request);
    };
  }

  /** Channel 1; IPMI 2.0 only; accounts with names; RMCP+ supported. */
  private CommandResponse capabilities() {
    int key = account.bmcKey().reveal().isEmpty() ? 0 : HAS_KEY;
    return CommandResponse.of(1, 0x80, 0x04 | key, 0x02, 0, 0, 0, 0);
  }

  /** The list as records (section 22.15.1), 16 bytes at a time. */
  private CommandResponse cipherSuites(byte[] data) {
    if (data.length != 3) {
      return CommandResponse.WRONG_LENGTH;
    }
    Bytes records = new Bytes();
    for (Suite suite : suites) {
      records.all(SUITE_START, suite.id(), suite.authentication());
      records.all(INTEGRITY_TAG | suite.integrity(), CONFIDENTIALITY_TAG | Suite.CONFIDENTIALITY);
    }
    byte[] all = records.done();
    int from = Math.min((data[2] & 0x3f) * SUITE_BYTES, all.length);
    int to = Math.min(from + SUITE_BYTES, all.length);
    return CommandResponse.of(new Bytes().one(1).raw(Arrays.copyOfRange(all, from, to)).done());
  }

  private static CommandResponse privilege(byte[] data) {
    if (data.length < 1) {
      return CommandResponse.WRONG_LENGTH;
    }
    return CommandResponse.of(data[0] == 0 ? ADMINISTRATOR : data[0]);
  }
}
