package org.novabm.power.ipmi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.power.ipmi.wire.SensorRecord;

/**
 * Reads the records that describe a BMC's sensors (IPMI 2.0, sections 33.9 to 33.12), in pieces
 * that the BMC can answer with. Each record names the next one. A record that cannot be read is
 * passed over: BMCs have single ones that answer with a time-out for ever, or name a next one that
 * is not there.
 */
final class SensorRepository {

  private static final int STORAGE = 0x0A;
  private static final int GET_INFO = 0x20;
  private static final int RESERVE = 0x22;
  private static final int GET_RECORD = 0x23;
  private static final int CANCELLED = 0xC5;
  private static final int NOT_PRESENT = 0xCB;
  private static final int LAST = 0xFFFF;
  private static final int HEADER = 5;

  /** More sensors than any machine has; a BMC that goes round in circles is left. */
  private static final int MOST_RECORDS = 2000;

  private static final int MOST_RESERVATIONS = 10;

  /** In a row; a repository that is broken throughout is left. */
  private static final int MOST_UNREADABLE = 8;

  /** Busy with one record for longer means that it cannot read it. */
  private static final Duration ONE_RECORD = Duration.ofSeconds(2);

  private final IpmiBmc bmc;
  private final PieceSize size = new PieceSize();
  private final List<SensorRecord> found = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private int reservation;
  private int reservations;

  /** A record that cannot be read, and why. */
  record Gap(int record, String why) {}

  /**
   * What was read.
   *
   * @param gaps the records that could not be
   */
  record Contents(List<SensorRecord> records, List<Gap> gaps) {}

  SensorRepository(IpmiBmc bmc) {
    this.bmc = bmc;
  }

  Contents read(CommandDeadline deadline) {
    reserve(deadline);
    if (!isEmpty(deadline)) {
      readAll(count(deadline), deadline);
    }
    return new Contents(found, gaps);
  }

  private void readAll(int count, CommandDeadline deadline) {
    int id = 0;
    int unreadable = 0;
    for (int seen = 0; id != LAST && seen < MOST_RECORDS && unreadable < MOST_UNREADABLE; seen++) {
      Octets begin = head(id, seen < count, deadline);
      unreadable = begin == null ? unreadable + 1 : 0;
      if (begin == null && seen + 1 >= count) {
        return;
      }
      if (begin != null) {
        add(id, begin, deadline);
      }
      // a record that does not say which is the next stands before the one with the next number
      id = begin == null ? Math.max(id, 1) + 1 : begin.at(0) | begin.at(1) << 8;
    }
  }

  /** Null when it cannot be read; that is worth a word when the repository should have it. */
  private @Nullable Octets head(int id, boolean expected, CommandDeadline deadline) {
    try {
      return piece(id, 0, HEADER, deadline);
    } catch (UnreadableRecord e) {
      if (expected) {
        gaps.add(new Gap(id, e.why()));
      }
      return null;
    }
  }

  private void add(int id, Octets begin, CommandDeadline deadline) {
    try {
      Octets whole = whole(id, begin, deadline);
      SensorRecord record = SensorRecord.parse(whole);
      if (record != null) {
        found.add(record);
      }
    } catch (UnreadableRecord e) {
      size.forget();
      gaps.add(new Gap(id, e.why()));
    } catch (MalformedPacketException e) {
      gaps.add(new Gap(id, String.valueOf(e.getMessage())));
    }
  }

  /** How many records it says it has; the most there can be where it does not say. */
  private int count(CommandDeadline deadline) {
    IpmiCommand command =
        new IpmiCommand("Get SDR Repository Info", STORAGE, GET_INFO, Octets.EMPTY);
    IpmiResponse info = bmc.ask(command, deadline);
    return info.completion().equals(CompletionCode.DONE) && info.data().size() >= 3
        ? info.data().at(1) | info.data().at(2) << 8
        : MOST_RECORDS;
  }

  /** A BMC without sensors has no first record. */
  private boolean isEmpty(CommandDeadline deadline) {
    IpmiResponse first = bmc.ask(getRecord(0, 0, HEADER), deadline.sooner(ONE_RECORD));
    return first.completion().value() == NOT_PRESENT;
  }

  private IpmiCommand getRecord(int id, int from, int count) {
    Octets data = Octets.of(reservation, reservation >> 8, id, id >> 8, from, count);
    return new IpmiCommand("Get SDR", STORAGE, GET_RECORD, data);
  }

  private Octets whole(int id, Octets begin, CommandDeadline deadline) throws UnreadableRecord {
    int length = HEADER + begin.at(2 + HEADER - 1);
    byte[] record = Arrays.copyOf(tail(begin), length);
    int at = HEADER;
    while (at < length) {
      byte[] piece = tail(piece(id, at, length - at, deadline));
      System.arraycopy(piece, 0, record, at, piece.length);
      at += piece.length;
    }
    return Octets.copyOf(record);
  }

  /** What stands behind the next record's number. */
  private static byte[] tail(Octets answer) {
    byte[] bytes = answer.toByteArray();
    return Arrays.copyOfRange(bytes, 2, bytes.length);
  }

  /** At least one byte of those that are wanted, behind the next record's number. */
  private Octets piece(int id, int from, int wanted, CommandDeadline deadline)
      throws UnreadableRecord {
    while (true) {
      int count = size.of(wanted);
      IpmiResponse response = bmc.ask(getRecord(id, from, count), deadline.sooner(ONE_RECORD));
      CompletionCode completion = response.completion();
      if (completion.value() == CANCELLED && reservations < MOST_RESERVATIONS) {
        reserve(deadline);
      } else if (completion.equals(CompletionCode.DONE)) {
        size.answered();
        return asked(count, response.data());
      } else if (!size.shrinks(completion)) {
        throw new UnreadableRecord(completion.toString());
      }
    }
  }

  private static Octets asked(int count, Octets data) throws UnreadableRecord {
    if (data.size() != 2 + count) {
      throw new UnreadableRecord(
          "asked for %d bytes of it, the BMC answers '%s'".formatted(count, data));
    }
    return data;
  }

  private void reserve(CommandDeadline deadline) {
    reservations++;
    IpmiCommand command = new IpmiCommand("Reserve SDR Repository", STORAGE, RESERVE, Octets.EMPTY);
    Octets answer = bmc.execute(command, deadline);
    if (answer.size() == 2) {
      reservation = answer.at(0) | answer.at(1) << 8;
    }
  }
}
