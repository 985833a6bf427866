package org.novabm.rack.bmc;

/** What a command comes to: a completion code (IPMI 2.0, table 5-2) and data. */
final class CommandResponse {

  static final CommandResponse DONE = new CommandResponse(0, new byte[0]);
  static final CommandResponse BUSY = refused(0xc0);
  static final CommandResponse UNKNOWN_COMMAND = refused(0xc1);
  static final CommandResponse WRONG_LENGTH = refused(0xc7);
  static final CommandResponse NOT_PRESENT = refused(0xcb);
  static final CommandResponse INVALID_FIELD = refused(0xcc);
  static final CommandResponse NOT_IN_PRESENT_STATE = refused(0xd5);

  private final int code;
  private final byte[] data;

  private CommandResponse(int code, byte[] data) {
    this.code = code;
    this.data = data;
  }

  int code() {
    return code;
  }

  byte[] data() {
    return data;
  }

  static CommandResponse refused(int code) {
    return new CommandResponse(code, new byte[0]);
  }

  static CommandResponse of(int... values) {
    return new CommandResponse(0, Bytes.of(values));
  }

  static CommandResponse of(byte[] data) {
    return new CommandResponse(0, data);
  }
}
