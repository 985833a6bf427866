package org.novabm.netswitch.openflow;

import java.util.regex.Pattern;
import org.novabm.spi.BackendException;

/**
 * The 64 bits by which a switch tells who it is.
 *
 * @param bits as sent in its features (OpenFlow 1.3.5, 7.3.1)
 */
record DatapathId(long bits) {

  private static final Pattern COLONS = Pattern.compile("([0-9a-fA-F]{2}:){7}[0-9a-fA-F]{2}");
  private static final Pattern PLAIN = Pattern.compile("(0[xX])?[0-9a-fA-F]{1,16}");

  /**
   * Reads up to 16 hexadecimal digits, with or without {@code 0x}, or eight pairs with colons.
   *
   * @throws IllegalArgumentException when the text is neither
   */
  static DatapathId parse(String text) {
    if (COLONS.matcher(text).matches()) {
      return new DatapathId(Long.parseUnsignedLong(text.replace(":", ""), 16));
    }
    if (PLAIN.matcher(text).matches()) {
      return new DatapathId(Long.parseUnsignedLong(text.replaceFirst("^0[xX]", ""), 16));
    }
    throw new IllegalArgumentException(
        "'%s' is not a datapath id, such as 0x0000525400ac0001 or 00:00:52:54:00:ac:00:01"
            .formatted(text));
  }

  @Override
  public String toString() {
    return "0x%016x".formatted(bits);
  }

  /** The same failure with the switch's name, where it has only that of a connection. */
  BackendException named(BackendException failure) {
    String name = toString();
    if (failure.endpoint().equals(name)) {
      return failure;
    }
    String what = String.valueOf(failure.getMessage());
    return switch (failure) {
      case BackendException.Unreachable _ -> new BackendException.Unreachable(name, what, failure);
      case BackendException.Refused _ -> new BackendException.Refused(name, what, failure);
      case BackendException.Unsupported _ -> new BackendException.Unsupported(name, what);
      case BackendException.ProtocolViolation _ ->
          new BackendException.ProtocolViolation(name, what, failure);
    };
  }
}
