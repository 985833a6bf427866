package org.novabm.power.ipmi.wire;

/**
 * The part of Get Device ID that is used (IPMI 2.0, table 20-2).
 *
 * @param manufacturer IANA enterprise number, 20 bits
 * @param product the manufacturer's own number, 16 bits
 * @param firmwareMajor 0 to 127
 * @param firmwareMinor two decimal digits, one in each half of the byte
 */
public record DeviceId(int manufacturer, int product, int firmwareMajor, int firmwareMinor) {

  public static DeviceId parse(Octets data) throws MalformedPacketException {
    OctetReader reader = data.reader();
    reader.skip(2);
    int major = reader.unsigned8() & 0x7F;
    int minor = reader.unsigned8();
    reader.skip(2);
    int manufacturer = (reader.unsigned16() | reader.unsigned8() << 16) & 0xFFFFF;
    return new DeviceId(manufacturer, reader.unsigned16(), major, minor);
  }

  /** For example {@code 9.08}, as other tools print it. */
  public String firmware() {
    return "%d.%02x".formatted(firmwareMajor, firmwareMinor);
  }
}
