package org.novabm.api.v1;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;

/**
 * A command of IPMI as it is.
 *
 * @param netfn even, 0 to 62
 * @param command 0 to 255
 * @param data of the request, in hexadecimal; empty when left out
 */
record RawBody(@Nullable Integer netfn, @Nullable Integer command, @Nullable String data) {

  private static final int LONGEST = 510;

  int evenNetfn() {
    int number = Field.whole("netfn", netfn, 0, 62);
    if (number % 2 != 0) {
      throw Fault.field("netfn", "must be even; odd ones are answers");
    }
    return number;
  }

  int commandNumber() {
    return Field.whole("command", command, 0, 255);
  }

  byte[] bytes() {
    String text = Field.textOr("data", data, LONGEST, "");
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      throw Fault.field("data", "must be pairs of hexadecimal digits");
    }
  }
}
