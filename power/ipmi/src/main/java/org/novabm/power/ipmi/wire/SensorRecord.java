package org.novabm.power.ipmi.wire;

import org.jspecify.annotations.Nullable;

/**
 * A sensor, as the repository of sensor data records describes it (IPMI 2.0, tables 43-1 and 43-2).
 *
 * @param owner address of the controller that has it
 * @param lun of that controller
 * @param number by which it is read
 * @param type what is measured, table 42-3
 * @param reading kind of what it shows: 1 for thresholds
 * @param unit of the value, table 43-15
 * @param percent the value is a part of a hundred
 * @param scale how the value is reckoned; null when it has states only
 */
public record SensorRecord(
    String name,
    int owner,
    int lun,
    int number,
    int type,
    int reading,
    int unit,
    boolean percent,
    @Nullable SensorScale scale) {

  private static final int FULL = 0x01;
  private static final int COMPACT = 0x02;
  private static final int THRESHOLDS = 1;
  private static final int TYPE = 3;
  private static final int OWNER = 5;
  private static final int UNITS = 20;
  private static final int FULL_NAME = 47;
  private static final int COMPACT_NAME = 31;
  private static final int NO_ANALOG = 3;

  /**
   * Reads a whole record.
   *
   * @return null when it describes something else than a sensor
   */
  public static @Nullable SensorRecord parse(Octets record) throws MalformedPacketException {
    if (record.size() <= TYPE) {
      throw new MalformedPacketException("a sensor record of " + record.size() + " bytes");
    }
    int type = record.at(TYPE);
    if (type != FULL && type != COMPACT) {
      return null;
    }
    int nameAt = type == FULL ? FULL_NAME : COMPACT_NAME;
    if (record.size() <= nameAt) {
      throw new MalformedPacketException("a sensor record of " + record.size() + " bytes");
    }
    boolean analog = type == FULL && record.at(UNITS) >> 6 != NO_ANALOG;
    return new SensorRecord(
        name(record, nameAt),
        record.at(OWNER),
        record.at(OWNER + 1) & 0x03,
        record.at(OWNER + 2),
        record.at(OWNER + 7),
        record.at(OWNER + 8) & 0x7F,
        record.at(UNITS + 1),
        (record.at(UNITS) & 1) == 1,
        analog ? SensorScale.of(record) : null);
  }

  private static String name(Octets record, int at) throws MalformedPacketException {
    OctetReader reader = record.reader();
    reader.skip(at);
    int typeAndLength = reader.unsigned8();
    int length = Math.min(typeAndLength & 0x1F, reader.remaining());
    return PackedText.of(typeAndLength >> 6, reader.octets(length));
  }

  /** Whether it compares its value with thresholds. */
  public boolean hasThresholds() {
    return reading == THRESHOLDS;
  }
}
