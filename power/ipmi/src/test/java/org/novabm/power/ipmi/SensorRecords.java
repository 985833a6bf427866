package org.novabm.power.ipmi;

import java.nio.charset.StandardCharsets;

/** Sensor data records for ipmi_sim (IPMI 2.0, tables 43-1 and 43-2). */
final class SensorRecords {

  private static final int FULL_NAME = 48;
  private static final int COMPACT_NAME = 32;
  private static final int TEXT = 0xC0;

  private SensorRecords() {}

  /** Degrees as they are. */
  static String temperature(int number, String name) {
    return full(number, name, 0x01, 0x80, 1, 1, 0);
  }

  /** Hundreds of revolutions. */
  static String fan(int number, String name) {
    return full(number, name, 0x04, 0x00, 18, 1, 2);
  }

  static String powerSupply(int number, String name) {
    byte[] record = head(0x02, COMPACT_NAME, number, name, 0x08, 0x6f);
    record[20] = (byte) 0xC0;
    return line(record);
  }

  private static String full(
      int number, String name, int type, int format, int unit, int m, int exponent) {
    byte[] record = head(0x01, FULL_NAME, number, name, type, 0x01);
    record[20] = (byte) format;
    record[21] = (byte) unit;
    record[24] = (byte) m;
    record[29] = (byte) (exponent << 4);
    return line(record);
  }

  private static byte[] head(int kind, int nameAt, int number, String name, int type, int reading) {
    byte[] text = name.getBytes(StandardCharsets.US_ASCII);
    byte[] record = new byte[nameAt + text.length];
    record[2] = 0x51;
    record[3] = (byte) kind;
    record[4] = (byte) (record.length - 5);
    record[5] = 0x20;
    record[7] = (byte) number;
    record[8] = 3;
    record[9] = 1;
    record[12] = (byte) type;
    record[13] = (byte) reading;
    record[nameAt - 1] = (byte) (TEXT | text.length);
    System.arraycopy(text, 0, record, nameAt, text.length);
    return record;
  }

  private static String line(byte[] record) {
    StringBuilder line = new StringBuilder("main_sdr_add 0x20");
    for (byte value : record) {
      line.append(" 0x%02x".formatted(value));
    }
    return line.append('\n').toString();
  }
}
