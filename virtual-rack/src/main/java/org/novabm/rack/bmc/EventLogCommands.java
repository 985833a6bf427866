package org.novabm.rack.bmc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The system event log (IPMI 2.0, section 31): entries are added by anybody, and by the BMC when
 * the power changes; the oldest go when it is full.
 */
final class EventLogCommands {

  static final int NET_FN = 0x0a;

  private static final int MOST = 512;
  private static final int SIZE = 16;
  private static final int LAST = 0xffff;
  private static final int WHOLE = 0xff;
  private static final int NOT_PRESENT = 0xcb;
  private static final int VERSION = 0x51;
  private static final int CAN_RESERVE = 0x02;
  private static final int ERASURE_DONE = 0x01;
  private static final int SYSTEM_EVENT = 0x02;

  private final InstantSource time;
  private final NavigableMap<Integer, byte[]> entries = new TreeMap<>();
  private int lastId;
  private int reservation;

  EventLogCommands(InstantSource time) {
    this.time = time;
  }

  /** Of sensor type ACPI power state, sensor 1: S0 or S5. */
  void powerChanged(boolean on) {
    add(
        new Bytes()
            .two(0)
            .one(SYSTEM_EVENT)
            .four(now())
            .all(0x20, 0, 4, 0x22, 1, 0x6f)
            .all(on ? 0 : 5, 0xff, 0xff)
            .done());
  }

  Reply answer(Request request) {
    byte[] data = request.data();
    return switch (request.command()) {
      case 0x40 -> info();
      case 0x42 -> Reply.of(new Bytes().two(++reservation).done());
      case 0x43 -> data.length == 6 ? entry(data) : Reply.WRONG_LENGTH;
      case 0x44 -> data.length == SIZE ? added(data) : Reply.WRONG_LENGTH;
      case 0x47 -> clear(data);
      case 0x48 -> Reply.of(new Bytes().four(now()).done());
      default -> Reply.UNKNOWN_COMMAND;
    };
  }

  private Reply info() {
    return Reply.of(
        new Bytes()
            .one(VERSION)
            .two(entries.size())
            .two((MOST - entries.size()) * SIZE)
            .four(now())
            .four(0)
            .one(CAN_RESERVE)
            .done());
  }

  private Reply entry(byte[] data) {
    int wanted = two(data, 2);
    if (entries.isEmpty()) {
      return Reply.refused(NOT_PRESENT);
    }
    int id = wanted == 0 ? entries.firstKey() : wanted == LAST ? entries.lastKey() : wanted;
    byte[] found = entries.get(id);
    if (found == null) {
      return Reply.refused(NOT_PRESENT);
    }
    Integer next = entries.higherKey(id);
    int from = data[4] & 0xff;
    int count = (data[5] & 0xff) == WHOLE ? SIZE - from : data[5] & 0xff;
    if (from + count > SIZE || from > SIZE) {
      return Reply.INVALID_FIELD;
    }
    return Reply.of(
        new Bytes()
            .two(next == null ? LAST : next)
            .raw(Arrays.copyOfRange(found, from, from + count))
            .done());
  }

  private Reply added(byte[] record) {
    if (record[2] == SYSTEM_EVENT) {
      ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putInt(3, now());
    }
    return Reply.of(new Bytes().two(add(record)).done());
  }

  private int add(byte[] record) {
    if (entries.size() == MOST) {
      entries.pollFirstEntry();
    }
    lastId = lastId % (LAST - 1) + 1;
    ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putShort(0, (short) lastId);
    entries.put(lastId, record);
    return lastId;
  }

  /** "CLR" and whether to begin or to ask; erasing takes no time here. */
  private Reply clear(byte[] data) {
    boolean spelt = data.length == 6 && data[2] == 'C' && data[3] == 'L' && data[4] == 'R';
    if (!spelt) {
      return Reply.INVALID_FIELD;
    }
    if ((data[5] & 0xff) == 0xaa) {
      entries.clear();
    }
    return Reply.of(ERASURE_DONE);
  }

  private static int two(byte[] data, int at) {
    return (data[at] & 0xff) | (data[at + 1] & 0xff) << 8;
  }

  private int now() {
    Instant instant = time.instant();
    return (int) instant.getEpochSecond();
  }
}
