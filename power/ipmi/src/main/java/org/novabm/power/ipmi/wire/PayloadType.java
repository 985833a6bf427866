package org.novabm.power.ipmi.wire;

/** The payload types this product speaks (IPMI 2.0, table 13-16). */
public enum PayloadType {
  IPMI_MESSAGE(0x00),
  SERIAL_OVER_LAN(0x01),
  OPEN_SESSION_REQUEST(0x10),
  OPEN_SESSION_RESPONSE(0x11),
  RAKP_1(0x12),
  RAKP_2(0x13),
  RAKP_3(0x14),
  RAKP_4(0x15);

  private final int code;

  PayloadType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static PayloadType of(int code) throws MalformedPacketException {
    return switch (code) {
      case 0x00 -> IPMI_MESSAGE;
      case 0x01 -> SERIAL_OVER_LAN;
      case 0x10 -> OPEN_SESSION_REQUEST;
      case 0x11 -> OPEN_SESSION_RESPONSE;
      case 0x12 -> RAKP_1;
      case 0x13 -> RAKP_2;
      case 0x14 -> RAKP_3;
      case 0x15 -> RAKP_4;
      default -> throw new MalformedPacketException("payload type " + code + " is not known");
    };
  }

  /** Whether a BMC sends it while a session is made; such a payload names the console's session. */
  boolean answersSetup() {
    return switch (this) {
      case OPEN_SESSION_RESPONSE, RAKP_2, RAKP_4 -> true;
      case IPMI_MESSAGE, SERIAL_OVER_LAN, OPEN_SESSION_REQUEST, RAKP_1, RAKP_3 -> false;
    };
  }
}
