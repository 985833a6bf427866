package org.novabm.power.ipmi.wire;

/**
 * The answer to Get Sensor Reading (IPMI 2.0, table 35-15).
 *
 * @param available whether the sensor shows anything
 * @param raw the byte that its value is reckoned from
 * @param states bits of what is so: of a sensor with thresholds those that are passed
 */
public record SensorState(boolean available, int raw, int states) {

  private static final int SCANNING = 0x40;
  private static final int UNAVAILABLE = 0x20;

  public static SensorState parse(Octets data) throws MalformedPacketException {
    OctetReader reader = data.reader();
    int raw = reader.unsigned8();
    int flags = reader.unsigned8();
    boolean available = (flags & SCANNING) != 0 && (flags & UNAVAILABLE) == 0;
    int low = reader.remaining() > 0 ? reader.unsigned8() : 0;
    int high = reader.remaining() > 0 ? reader.unsigned8() & 0x7F : 0;
    return new SensorState(available, raw, low | high << 8);
  }
}
