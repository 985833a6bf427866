package org.novabm.rack.bmc;

/** What a command comes to: a completion code (IPMI 2.0, table 5-2) and data. */
final class Reply {

  static final Reply DONE = new Reply(0, new byte[0]);
  static final Reply BUSY = refused(0xc0);
  static final Reply UNKNOWN_COMMAND = refused(0xc1);
  static final Reply WRONG_LENGTH = refused(0xc7);
  static final Reply NOT_PRESENT = refused(0xcb);
  static final Reply INVALID_FIELD = refused(0xcc);
  static final Reply NOT_IN_PRESENT_STATE = refused(0xd5);

  private final int code;
  private final byte[] data;

  private Reply(int code, byte[] data) {
    this.code = code;
    this.data = data;
  }

  int code() {
    return code;
  }

  byte[] data() {
    return data;
  }

  static Reply refused(int code) {
    return new Reply(code, new byte[0]);
  }

  static Reply of(int... values) {
    return new Reply(0, Bytes.of(values));
  }

  static Reply of(byte[] data) {
    return new Reply(0, data);
  }
}
