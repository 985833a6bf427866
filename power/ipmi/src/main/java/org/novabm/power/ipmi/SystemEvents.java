package org.novabm.power.ipmi;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.EventRecord;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.DeviceEvent;

/** Get SEL Info and Get SEL Entry (IPMI 2.0, sections 31.2 and 31.5), whole entries. */
final class SystemEvents {

  private static final int STORAGE = 0x0A;
  private static final int GET_INFO = 0x40;
  private static final int GET_ENTRY = 0x43;
  private static final int LAST = 0xFFFF;
  private static final int WHOLE = 0xFF;
  private static final int SIZE = 16;

  /** As many as fit into the largest log; a BMC that goes round in circles is left. */
  private static final int MOST_ENTRIES = 0x10000;

  private final Bmc bmc;

  SystemEvents(Bmc bmc) {
    this.bmc = bmc;
  }

  /** The newest so many, oldest first: the log is only read from its beginning. */
  List<DeviceEvent> read(int most, Deadline deadline) {
    Deque<DeviceEvent> newest = new ArrayDeque<>();
    int id = entries(deadline) == 0 ? LAST : 0;
    for (int count = 0; id != LAST && count < MOST_ENTRIES; count++) {
      Octets answer =
          bmc.execute(
              new IpmiCommand(
                  "Get SEL Entry", STORAGE, GET_ENTRY, Octets.of(0, 0, id, id >> 8, 0, WHOLE)),
              deadline);
      if (answer.size() != 2 + SIZE) {
        throw unreadable(answer, null);
      }
      newest.add(event(answer));
      if (newest.size() > most) {
        newest.remove();
      }
      id = answer.at(0) | answer.at(1) << 8;
    }
    return List.copyOf(newest);
  }

  private int entries(Deadline deadline) {
    Octets info =
        bmc.execute(new IpmiCommand("Get SEL Info", STORAGE, GET_INFO, Octets.EMPTY), deadline);
    if (info.size() < 3) {
      throw unreadable(info, null);
    }
    return info.at(1) | info.at(2) << 8;
  }

  private DeviceEvent event(Octets answer) {
    byte[] bytes = answer.toByteArray();
    try {
      EventRecord record =
          EventRecord.parse(Octets.copyOf(Arrays.copyOfRange(bytes, 2, bytes.length)));
      return new DeviceEvent(
          record.id(), record.time(), EventWords.source(record), EventWords.text(record));
    } catch (MalformedPacketException e) {
      throw unreadable(answer, e);
    }
  }

  private BackendException unreadable(Octets answer, @Nullable Throwable cause) {
    return new BackendException.ProtocolViolation(
        bmc.name(), "an entry of its event log that cannot be read: '" + answer + "'", cause);
  }
}
