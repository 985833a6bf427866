package org.novabm.power.ipmi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiRequest;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.Octets;

/**
 * The storage commands of a BMC with four sensors, an inventory of three areas and an event log
 * (IPMI 2.0, sections 31, 33 and 34), with the faults that people met in them.
 */
final class ScriptedStorage implements Function<IpmiRequest, IpmiResponse> {

  private static final int LAST = 0xFFFF;
  private static final byte[] NONE = {};

  /** One thing that is wrong. */
  enum Fault {
    /** The last sensor record names a next one that is not there. */
    GHOST_RECORD,
    /** The third sensor record ends in a time-out, always. */
    RECORD_TIMES_OUT,
    /** The third sensor record's body cannot be returned, however few bytes are asked for. */
    JUNK_RECORD,
    /** No more than eight bytes at a time. */
    SMALL_PIECES,
    /** The product area claims to be longer than the device. */
    LONG_AREA,
    /** The product area claims to have no bytes. */
    EMPTY_AREA,
    /** The last event names the first as its next. */
    CIRCULAR_LOG,
    /** The log does not know "the last entry". */
    NO_LAST_ENTRY
  }

  private final Function<IpmiRequest, IpmiResponse> chassis;
  private final Set<Fault> faults;
  private final TreeMap<Integer, byte[]> log = new TreeMap<>();
  private final List<byte[]> sensors =
      List.of(
          sensor(1, "CPU Temp"), sensor(2, "Sys Temp"), sensor(3, "Fan 1"), sensor(4, "PSU 12V"));
  private final byte[] inventory;

  /** Storage commands that it was sent. */
  final AtomicInteger questions = new AtomicInteger();

  ScriptedStorage(Function<IpmiRequest, IpmiResponse> chassis, Fault... faults) {
    this.chassis = chassis;
    this.faults = Set.of(faults);
    this.inventory = inventory();
  }

  /** Adds events of these numbers. */
  ScriptedStorage logged(int... ids) {
    Arrays.stream(ids).forEach(id -> log.put(id, event(id)));
    return this;
  }

  @Override
  public synchronized IpmiResponse apply(IpmiRequest request) {
    byte[] data = request.data().toByteArray();
    if (request.netFn() == 0x0A) {
      questions.incrementAndGet();
    }
    return switch (request.netFn() << 8 | request.command()) {
      case 0x0A20 -> done(request, 0x51, sensors.size(), 0, 0, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 2);
      case 0x0A22 -> done(request, 1, 0);
      case 0x0A23 -> sensorRecord(request, two(data, 2), data[4] & 0xFF, data[5] & 0xFF);
      case 0x042D -> done(request, 40 + data[0], 0xC0, 0xC0, 0);
      case 0x0A10 -> done(request, inventory.length, 0, 0);
      case 0x0A11 -> inventory(request, two(data, 1), data[3] & 0xFF);
      case 0x0A40 ->
          done(request, 0x51, log.size(), log.size() >> 8, 0, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 2);
      case 0x0A43 -> event(request, two(data, 2));
      default -> chassis.apply(request);
    };
  }

  private IpmiResponse sensorRecord(IpmiRequest request, int id, int from, int count) {
    int index = id == 0 ? 0 : id - 1;
    if (index >= sensors.size()) {
      return refused(request, 0xCC);
    }
    if (faults.contains(Fault.RECORD_TIMES_OUT) && id == 3) {
      return refused(request, 0xC3);
    }
    boolean junk = faults.contains(Fault.JUNK_RECORD) && id == 3 && from > 0;
    boolean tooMuch = faults.contains(Fault.SMALL_PIECES) && count > 8;
    if (junk || tooMuch) {
      return refused(request, 0xCA);
    }
    boolean last = index + 1 == sensors.size();
    int next = last && !faults.contains(Fault.GHOST_RECORD) ? LAST : index + 2;
    return done(request, next, Arrays.copyOfRange(sensors.get(index), from, from + count));
  }

  private IpmiResponse inventory(IpmiRequest request, int from, int count) {
    if (from >= inventory.length) {
      return refused(request, 0xC9);
    }
    if (faults.contains(Fault.SMALL_PIECES) && count > 8) {
      return refused(request, 0xCA);
    }
    byte[] piece = Arrays.copyOfRange(inventory, from, Math.min(from + count, inventory.length));
    return response(request, 0, joined(new byte[] {(byte) piece.length}, piece));
  }

  private IpmiResponse event(IpmiRequest request, int wanted) {
    if (wanted == LAST && faults.contains(Fault.NO_LAST_ENTRY)) {
      return refused(request, 0xCC);
    }
    int id = wanted == LAST ? log.lastKey() : wanted == 0 ? log.firstKey() : wanted;
    byte[] found = log.get(id);
    if (found == null) {
      return refused(request, 0xCB);
    }
    Integer next = log.higherKey(id);
    int named = next != null ? next : faults.contains(Fault.CIRCULAR_LOG) ? log.firstKey() : LAST;
    return done(request, named, found);
  }

  private static byte[] sensor(int number, String name) {
    byte[] record = new byte[48];
    record[0] = (byte) number;
    record[2] = 0x51;
    record[3] = 1;
    record[4] = (byte) (record.length + name.length() - 5);
    record[5] = 0x20;
    record[7] = (byte) number;
    record[12] = 1;
    record[13] = 1;
    record[21] = 1;
    record[24] = 1;
    record[47] = (byte) (0xC0 | name.length());
    return joined(record, name.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] event(int id) {
    int time = 1_750_000_000 + id;
    byte[] seconds = {(byte) time, (byte) (time >> 8), (byte) (time >> 16), (byte) (time >> 24)};
    byte[] rest = {0x20, 0, 4, 1, (byte) id, 1, 0x57, 85, 80};
    return joined(new byte[] {(byte) id, (byte) (id >> 8), 2}, seconds, rest);
  }

  private byte[] inventory() {
    int claim = faults.contains(Fault.LONG_AREA) ? 31 : faults.contains(Fault.EMPTY_AREA) ? 0 : -1;
    byte[] chassis = area(new byte[] {1, 0, 0x17}, -1, "CPART", "CSERIAL");
    byte[] board = area(new byte[] {1, 0, 0x19, 0, 0, 0}, -1, "Acme", "Board1", "BSERIAL", "BPART");
    byte[] product =
        area(new byte[] {1, 0, 0x19}, claim, "Acme", "Server1", "PPART", "V1", "PSERIAL", "ASSET");
    byte[] header = {
      1,
      0,
      1,
      (byte) (1 + chassis.length / 8),
      (byte) (1 + (chassis.length + board.length) / 8),
      0,
      0,
      0
    };
    header[7] = checksum(header);
    return joined(header, chassis, board, product);
  }

  /** In units of eight bytes, the last of which is the checksum. */
  private static byte[] area(byte[] head, int claim, String... texts) {
    byte[] fields = head;
    for (String text : texts) {
      byte[] letters = text.getBytes(StandardCharsets.US_ASCII);
      fields = joined(fields, new byte[] {(byte) (0xC0 | letters.length)}, letters);
    }
    fields = joined(fields, new byte[] {(byte) 0xC1});
    byte[] area = Arrays.copyOf(fields, (fields.length + 1 + 7) / 8 * 8);
    area[1] = (byte) (claim < 0 ? area.length / 8 : claim);
    area[area.length - 1] = checksum(area);
    return area;
  }

  private static byte checksum(byte[] bytes) {
    int sum = 0;
    for (byte one : bytes) {
      sum += one;
    }
    return (byte) -sum;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static int two(byte[] data, int at) {
    return (data[at] & 0xFF) | (data[at + 1] & 0xFF) << 8;
  }

  private static IpmiResponse done(IpmiRequest request, int... bytes) {
    return response(request, 0, Octets.of(bytes).toByteArray());
  }

  private static IpmiResponse done(IpmiRequest request, int next, byte[] record) {
    return response(request, 0, joined(new byte[] {(byte) next, (byte) (next >> 8)}, record));
  }

  private static IpmiResponse refused(IpmiRequest request, int code) {
    return response(request, code, NONE);
  }

  private static IpmiResponse response(IpmiRequest request, int code, byte[] data) {
    return new IpmiResponse(
        request.netFn() + 1,
        request.command(),
        request.sequence(),
        new CompletionCode(code),
        Octets.copyOf(data));
  }
}
