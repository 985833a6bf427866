package org.novabm.power.ipmi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.power.ipmi.wire.SensorRecord;
import org.novabm.spi.BackendException;

/**
 * Reads the records that describe a BMC's sensors (IPMI 2.0, sections 33.11 and 33.12), in pieces
 * that every BMC can answer with.
 */
final class SensorRepository {

  private static final int STORAGE = 0x0A;
  private static final int RESERVE = 0x22;
  private static final int GET_RECORD = 0x23;
  private static final int CANCELLED = 0xC5;
  private static final int NOT_PRESENT = 0xCB;
  private static final int LAST = 0xFFFF;
  private static final int HEADER = 5;
  private static final int PIECE = 16;

  /** More sensors than any machine has; a BMC that goes round in circles is left. */
  private static final int MOST_RECORDS = 2000;

  private static final int MOST_RESERVATIONS = 10;

  private final Bmc bmc;
  private int reservation;
  private int reservations;

  SensorRepository(Bmc bmc) {
    this.bmc = bmc;
  }

  List<SensorRecord> read(Deadline deadline) {
    List<SensorRecord> found = new ArrayList<>();
    reserve(deadline);
    if (isEmpty(deadline)) {
      return List.of();
    }
    int id = 0;
    for (int count = 0; id != LAST && count < MOST_RECORDS; count++) {
      Octets begin = piece(id, 0, HEADER, deadline);
      int next = begin.at(0) | begin.at(1) << 8;
      SensorRecord record = parse(whole(id, begin, deadline));
      if (record != null) {
        found.add(record);
      }
      id = next;
    }
    return found;
  }

  /** A BMC without sensors has no first record. */
  private boolean isEmpty(Deadline deadline) {
    IpmiResponse first = bmc.ask(getRecord(0, 0, HEADER), deadline);
    return first.completion().value() == NOT_PRESENT;
  }

  private IpmiCommand getRecord(int id, int from, int count) {
    Octets data = Octets.of(reservation, reservation >> 8, id, id >> 8, from, count);
    return new IpmiCommand("Get SDR", STORAGE, GET_RECORD, data);
  }

  private @Nullable SensorRecord parse(Octets record) {
    try {
      return SensorRecord.parse(record);
    } catch (MalformedPacketException e) {
      throw new BackendException.ProtocolViolation(
          bmc.name(), "a sensor's record that cannot be read: '" + record + "'", e);
    }
  }

  private Octets whole(int id, Octets begin, Deadline deadline) {
    int size = HEADER + begin.at(2 + HEADER - 1);
    byte[] record = Arrays.copyOf(tail(begin), size);
    for (int at = HEADER; at < size; at += PIECE) {
      byte[] piece = tail(piece(id, at, Math.min(PIECE, size - at), deadline));
      System.arraycopy(piece, 0, record, at, Math.min(piece.length, size - at));
    }
    return Octets.copyOf(record);
  }

  /** What stands behind the next record's number. */
  private static byte[] tail(Octets answer) {
    byte[] bytes = answer.toByteArray();
    return Arrays.copyOfRange(bytes, 2, bytes.length);
  }

  private Octets piece(int id, int from, int count, Deadline deadline) {
    while (true) {
      IpmiCommand command = getRecord(id, from, count);
      IpmiResponse response = bmc.ask(command, deadline);
      if (response.completion().value() == CANCELLED && reservations < MOST_RESERVATIONS) {
        reserve(deadline);
        continue;
      }
      bmc.requireDone(command, response.completion());
      if (response.data().size() != 2 + count) {
        throw new BackendException.ProtocolViolation(
            bmc.name(),
            "asked for %d bytes of a sensor's record, the BMC answers '%s'"
                .formatted(count, response.data()));
      }
      return response.data();
    }
  }

  private void reserve(Deadline deadline) {
    reservations++;
    IpmiCommand command = new IpmiCommand("Reserve SDR Repository", STORAGE, RESERVE, Octets.EMPTY);
    IpmiResponse response = bmc.ask(command, deadline);
    if (response.completion().equals(CompletionCode.DONE) && response.data().size() == 2) {
      reservation = response.data().at(0) | response.data().at(1) << 8;
    } else {
      bmc.requireDone(command, response.completion());
    }
  }
}
