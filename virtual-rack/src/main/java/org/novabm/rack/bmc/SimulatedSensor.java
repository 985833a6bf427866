package org.novabm.rack.bmc;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A threshold sensor.
 *
 * @param type of IPMI 2.0, table 42-3
 * @param unit of table 43-15
 * @param factor and
 * @param exponent what makes a value of a reading: times the one, and ten to the other
 */
record SimulatedSensor(int number, String name, int type, int unit, int factor, int exponent) {

  static final List<SimulatedSensor> ALL =
      List.of(
          new SimulatedSensor(1, "CPU Temp", 0x01, 1, 1, 0),
          new SimulatedSensor(2, "Sys Temp", 0x01, 1, 1, 0),
          new SimulatedSensor(3, "Fan 1", 0x04, 18, 100, 0),
          new SimulatedSensor(4, "PSU 12V", 0x02, 4, 28, -2));

  private static final int HEAD = 5;
  private static final int NAME_AT = 48;

  /** A full record (IPMI 2.0, table 43-1). */
  byte[] described() {
    byte[] text = name.getBytes(StandardCharsets.US_ASCII);
    byte[] record = new byte[NAME_AT + text.length];
    record[0] = (byte) number;
    record[2] = 0x51;
    record[3] = 1;
    record[4] = (byte) (record.length - HEAD);
    record[5] = 0x20;
    record[7] = (byte) number;
    record[8] = 3;
    record[9] = 1;
    record[12] = (byte) type;
    record[13] = 1;
    record[21] = (byte) unit;
    record[24] = (byte) factor;
    record[29] = (byte) (exponent << 4);
    record[NAME_AT - 1] = (byte) (0xc0 | text.length);
    System.arraycopy(text, 0, record, NAME_AT, text.length);
    return record;
  }

  /** Its reading, and that it is scanned, without a threshold passed (IPMI 2.0, section 35.14). */
  CommandResponse reading() {
    return CommandResponse.of(40 + number, 0xc0, 0xc0);
  }
}
