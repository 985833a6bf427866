package org.novabm.api.v1;

import java.util.HexFormat;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.rest.v1.RawBody;

/** Reads commands of IPMI. */
final class RawRequests {

  private static final int LONGEST = 510;

  private RawRequests() {}

  static int evenNetfn(RawBody body) {
    int number = Field.whole("netfn", body.netfn(), 0, 62);
    if (number % 2 != 0) {
      throw Fault.field("netfn", "must be even; odd ones are answers");
    }
    return number;
  }

  static int command(RawBody body) {
    return Field.whole("command", body.command(), 0, 255);
  }

  static byte[] data(RawBody body) {
    String text = Field.textOr("data", body.data(), LONGEST, "");
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      throw Fault.field("data", "must be pairs of hexadecimal digits");
    }
  }
}
