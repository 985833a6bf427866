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
  private static final int VERSION = 0x51;
  private static final int CAN_RESERVE = 0x02;
  private static final int FIRST_TIME = 1_750_000_000;
  private static final int ERASURE_DONE = 0x01;
  private static final int SYSTEM_EVENT = 0x02;

  private final InstantSource time;
  private final LogTraits traits;
  private final int most;
  private final NavigableMap<Integer, byte[]> entries = new TreeMap<>();
  private int lastId;
  private int reservation;

  EventLogCommands(InstantSource time, LogTraits traits) {
    this.time = time;
    this.traits = traits;
    this.most = Math.max(MOST, traits.entries());
    for (int entry = 1; entry <= traits.entries(); entry++) {
      lastId = entry * traits.step();
      entries.put(lastId, old(lastId));
    }
  }

  /** Of a temperature that crossed a threshold, so many seconds after the first. */
  private static byte[] old(int id) {
    return new Bytes()
        .two(id)
        .one(SYSTEM_EVENT)
        .four(FIRST_TIME + id)
        .all(0x20, 0, 4, 1, id, 1, 0x57, 85, 80)
        .done();
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

  CommandResponse answer(CommandRequest request) {
    byte[] data = request.data();
    return switch (request.command()) {
      case 0x40 -> info();
      case 0x42 -> CommandResponse.of(new Bytes().two(++reservation).done());
      case 0x43 -> data.length == 6 ? entry(data) : CommandResponse.WRONG_LENGTH;
      case 0x44 -> data.length == SIZE ? added(data) : CommandResponse.WRONG_LENGTH;
      case 0x47 -> clear(data);
      case 0x48 -> CommandResponse.of(new Bytes().four(now()).done());
      default -> CommandResponse.UNKNOWN_COMMAND;
    };
  }

  private CommandResponse info() {
    return CommandResponse.of(
        new Bytes()
            .one(VERSION)
            .two(entries.size())
            .two(Math.min((most - entries.size()) * SIZE, LAST))
            .four(now())
            .four(0)
            .one(CAN_RESERVE)
            .done());
  }

  private CommandResponse entry(byte[] data) {
    int wanted = two(data, 2);
    if (entries.isEmpty() || (wanted == LAST && !traits.knowsLast())) {
      return CommandResponse.NOT_PRESENT;
    }
    int id = wanted == 0 ? entries.firstKey() : wanted == LAST ? entries.lastKey() : wanted;
    byte[] found = entries.get(id);
    if (found == null) {
      return CommandResponse.NOT_PRESENT;
    }
    int named = wanted == 0 ? afterFirst(id) : after(id);
    int from = data[4] & 0xff;
    int count = (data[5] & 0xff) == WHOLE ? SIZE - from : data[5] & 0xff;
    if (from + count > SIZE || from > SIZE) {
      return CommandResponse.INVALID_FIELD;
    }
    return CommandResponse.of(
        new Bytes().two(named).raw(Arrays.copyOfRange(found, from, from + count)).done());
  }

  private int after(int id) {
    Integer next = entries.higherKey(id);
    return next != null ? next : traits.goesRound() ? entries.firstKey() : LAST;
  }

  private int afterFirst(int id) {
    return switch (traits.first()) {
      case SOUND -> after(id);
      case TWICE -> id;
      case ALONE -> LAST;
    };
  }

  private CommandResponse added(byte[] record) {
    if (record[2] == SYSTEM_EVENT) {
      ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putInt(3, now());
    }
    return CommandResponse.of(new Bytes().two(add(record)).done());
  }

  private int add(byte[] record) {
    if (entries.size() == most) {
      entries.pollFirstEntry();
    }
    lastId = lastId % (LAST - 1) + 1;
    ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putShort(0, (short) lastId);
    entries.put(lastId, record);
    return lastId;
  }

  /** "CLR" and whether to begin or to ask; erasing takes no time here. */
  private CommandResponse clear(byte[] data) {
    boolean spelt = data.length == 6 && data[2] == 'C' && data[3] == 'L' && data[4] == 'R';
    if (!spelt) {
      return CommandResponse.INVALID_FIELD;
    }
    if ((data[5] & 0xff) == 0xaa) {
      entries.clear();
    }
    return CommandResponse.of(ERASURE_DONE);
  }

  private static int two(byte[] data, int at) {
    return (data[at] & 0xff) | (data[at + 1] & 0xff) << 8;
  }

  private int now() {
    Instant instant = time.instant();
    return (int) instant.getEpochSecond();
  }
}
