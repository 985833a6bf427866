package org.novabm.power.ipmi.wire;

import java.nio.charset.StandardCharsets;

/**
 * Text behind a type and length byte (IPMI 2.0, section 43.15; FRU Information Storage 1.0, 13).
 */
final class PackedText {

  private static final String BCD_PLUS = "0123456789 -.:,_";
  private static final int SIX_BITS_FROM = 0x20;

  private PackedText() {}

  /** The text; {@code kind} is the two upper bits of its type and length byte. */
  static String of(int kind, Octets bytes) {
    return switch (kind) {
      case 1 -> digits(bytes);
      case 2 -> sixBits(bytes);
      default -> latin(bytes);
    };
  }

  /** What is not printable is nothing that belongs into a name. */
  private static String latin(Octets bytes) {
    return new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1)
        .replaceAll("\\p{Cntrl}", "")
        .strip();
  }

  private static String digits(Octets bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes.size(); i++) {
      text.append(BCD_PLUS.charAt(bytes.at(i) >> 4)).append(BCD_PLUS.charAt(bytes.at(i) & 0x0F));
    }
    return text.toString().strip();
  }

  /** Least bits first, four characters in three bytes. */
  private static String sixBits(Octets bytes) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit + 6 <= bytes.size() * 8; bit += 6) {
      int value = bytes.at(bit / 8) >> bit % 8;
      if (bit % 8 > 2) {
        value |= bytes.at(bit / 8 + 1) << (8 - bit % 8);
      }
      text.append((char) (SIX_BITS_FROM + (value & 0x3F)));
    }
    return text.toString().strip();
  }
}
