package org.novabm.power.ipmi;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.novabm.power.ipmi.wire.FruArea;
import org.novabm.power.ipmi.wire.FruArea.Kind;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.Inventory;

/**
 * Read FRU Data of the BMC's first device (IPMI 2.0, section 34.2), which is the machine itself.
 */
final class FruInventory {

  private static final int STORAGE = 0x0A;
  private static final int READ_DATA = 0x11;
  private static final int THE_MACHINE = 0;
  private static final int PIECE = 16;

  private final Bmc bmc;

  FruInventory(Bmc bmc) {
    this.bmc = bmc;
  }

  Inventory read(Deadline deadline) {
    Octets header = bytes(0, FruArea.HEADER, deadline);
    try {
      Texts chassis = texts(header, Kind.CHASSIS, deadline);
      Texts board = texts(header, Kind.BOARD, deadline);
      Texts product = texts(header, Kind.PRODUCT, deadline);
      return new Inventory(
          product.or(0, board.at(0)),
          product.or(1, board.at(1)),
          product.or(2, board.at(3)),
          product.or(4, chassis.at(1)),
          board.at(2),
          product.at(5));
    } catch (MalformedPacketException e) {
      throw new BackendException.ProtocolViolation(
          bmc.name(), "an inventory that cannot be read: " + e.getMessage(), e);
    }
  }

  /** Texts in their order; empty where there is none. */
  private record Texts(List<String> list) {

    String at(int index) {
      return index < list.size() ? list.get(index) : "";
    }

    String or(int index, String other) {
      return at(index).isEmpty() ? other : at(index);
    }
  }

  private Texts texts(Octets header, Kind kind, Deadline deadline) throws MalformedPacketException {
    int start = FruArea.start(header, kind);
    if (start == 0) {
      return new Texts(List.of());
    }
    int length = FruArea.length(bytes(start, 2, deadline));
    return new Texts(FruArea.texts(bytes(start, length, deadline), kind));
  }

  private Octets bytes(int from, int count, Deadline deadline) {
    ByteArrayOutputStream read = new ByteArrayOutputStream(count);
    while (read.size() < count) {
      int at = from + read.size();
      int wanted = Math.min(PIECE, count - read.size());
      Octets answer =
          bmc.execute(
              new IpmiCommand(
                  "Read FRU Data", STORAGE, READ_DATA, Octets.of(THE_MACHINE, at, at >> 8, wanted)),
              deadline);
      if (answer.size() < 2 || answer.size() > 1 + wanted) {
        throw new BackendException.ProtocolViolation(
            bmc.name(),
            "asked for %d bytes of its inventory, the BMC answers '%s'".formatted(wanted, answer));
      }
      read.write(answer.toByteArray(), 1, answer.size() - 1);
    }
    return Octets.copyOf(read.toByteArray());
  }
}
