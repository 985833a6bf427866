package org.novabm.power.ipmi.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the system event log (IPMI 2.0, tables 32-1 to 32-3).
 *
 * @param id the device's number of it
 * @param kind 2 for events of the system; others belong to makers
 * @param time null when the clock was not set
 * @param sensorType table 42-3
 * @param sensor number of the sensor
 * @param eventType table 42-1
 * @param gone the state ended
 * @param data three bytes; the lower half of the first says which state
 */
public record EventRecord(
    int id,
    int kind,
    @Nullable Instant time,
    int sensorType,
    int sensor,
    int eventType,
    boolean gone,
    Octets data) {

  private static final int SYSTEM = 0x02;

  /** Makers' own records from here on have no time. */
  private static final int TIMELESS = 0xE0;

  /** Smaller times count from the device's start. */
  private static final long SINCE_START = 0x20000000L;

  private static final long UNSPECIFIED = 0xFFFFFFFFL;

  public static EventRecord parse(Octets record) throws MalformedPacketException {
    OctetReader reader = record.reader();
    int id = reader.unsigned16();
    int kind = reader.unsigned8();
    if (kind >= TIMELESS) {
      return new EventRecord(id, kind, null, 0, 0, 0, false, reader.octets(13));
    }
    Instant time = time(Integer.toUnsignedLong(reader.int32()));
    if (kind != SYSTEM) {
      return new EventRecord(id, kind, time, 0, 0, 0, false, reader.octets(9));
    }
    reader.skip(3);
    int sensorType = reader.unsigned8();
    int sensor = reader.unsigned8();
    int direction = reader.unsigned8();
    return new EventRecord(
        id,
        kind,
        time,
        sensorType,
        sensor,
        direction & 0x7F,
        (direction & 0x80) != 0,
        reader.octets(3));
  }

  private static @Nullable Instant time(long seconds) {
    return seconds < SINCE_START || seconds == UNSPECIFIED ? null : Instant.ofEpochSecond(seconds);
  }

  /** Whether it is an event that the specification describes. */
  public boolean isOfSystem() {
    return kind == SYSTEM;
  }

  /** Which of its states this is about. */
  public int offset() {
    return data.at(0) & 0x0F;
  }
}
