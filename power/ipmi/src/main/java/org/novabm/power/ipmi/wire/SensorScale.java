package org.novabm.power.ipmi.wire;

import org.jspecify.annotations.Nullable;

/**
 * How the value of a sensor is reckoned from its byte (IPMI 2.0, section 36.3).
 *
 * @param format 0 for unsigned, 1 for ones' complement, 2 for two's complement
 * @param linearization 0 for none
 */
public record SensorScale(
    int format, int linearization, int m, int b, int exponentOfB, int exponentOfResult) {

  private static final int FORMAT = 20;
  private static final int LINEARIZATION = 23;

  static SensorScale of(Octets record) {
    int at = LINEARIZATION;
    return new SensorScale(
        record.at(FORMAT) >> 6,
        record.at(at) & 0x7F,
        signed(record.at(at + 1) | (record.at(at + 2) & 0xC0) << 2, 10),
        signed(record.at(at + 3) | (record.at(at + 4) & 0xC0) << 2, 10),
        signed(record.at(at + 6) & 0x0F, 4),
        signed(record.at(at + 6) >> 4, 4));
  }

  private static int signed(int value, int bits) {
    return value << (32 - bits) >> (32 - bits);
  }

  /** The value; null where a sensor is not linear in a way that is not spoken here. */
  public @Nullable Double value(int raw) {
    int x =
        switch (format) {
          case 1 -> raw < 0x80 ? raw : raw - 0xFF;
          case 2 -> signed(raw, 8);
          default -> raw;
        };
    double linear =
        (m * (double) x + b * Math.pow(10, exponentOfB)) * Math.pow(10, exponentOfResult);
    return switch (linearization) {
      case 0 -> linear;
      case 1 -> Math.log(linear);
      case 2 -> Math.log10(linear);
      case 4 -> Math.exp(linear);
      case 5 -> Math.pow(10, linear);
      case 7 -> 1 / linear;
      case 8 -> linear * linear;
      case 9 -> linear * linear * linear;
      case 10 -> Math.sqrt(linear);
      default -> null;
    };
  }
}
