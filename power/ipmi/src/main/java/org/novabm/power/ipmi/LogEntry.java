package org.novabm.power.ipmi;

import java.util.Arrays;
import org.novabm.power.ipmi.wire.EventRecord;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.power.DeviceEvent;

/**
 * One answer to Get SEL Entry (IPMI 2.0, table 31-5).
 *
 * @param id its own number
 * @param next the number of the next; 0xFFFF when there is none
 * @param event what it says; that it is unreadable, when it is
 */
record LogEntry(int id, int next, DeviceEvent event) {

  private static final int HEAD = 2;
  private static final int SIZE = 16;

  /** An answer that cannot be read stands before the entry with the next number. */
  static LogEntry of(int asked, Octets answer) {
    if (answer.size() != HEAD + SIZE) {
      return unreadable(asked, asked + 1, answer);
    }
    int next = answer.at(0) | answer.at(1) << 8;
    try {
      EventRecord record =
          EventRecord.parse(
              Octets.copyOf(Arrays.copyOfRange(answer.toByteArray(), HEAD, HEAD + SIZE)));
      DeviceEvent event =
          new DeviceEvent(
              record.id(), record.time(), EventWords.source(record), EventWords.text(record));
      return new LogEntry(record.id(), next, event);
    } catch (MalformedPacketException e) {
      return unreadable(asked, next, answer);
    }
  }

  private static LogEntry unreadable(int asked, int next, Octets answer) {
    String text = "an entry that cannot be read: '%s'".formatted(answer);
    return new LogEntry(asked, next, new DeviceEvent(asked, null, "event log", text));
  }
}
