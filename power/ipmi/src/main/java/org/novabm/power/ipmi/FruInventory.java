package org.novabm.power.ipmi;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.FruArea;
import org.novabm.power.ipmi.wire.FruArea.Kind;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.AssetData;

/**
 * Read FRU Data of the BMC's first device (IPMI 2.0, sections 34.1 and 34.2), which is the machine
 * itself. An area that cannot be read is passed over, and one that claims to be longer than the
 * device is read to the device's end: makers write wrong lengths, and wrong checksums over right
 * texts.
 */
final class FruInventory {

  private static final int STORAGE = 0x0A;
  private static final int GET_INFO = 0x10;
  private static final int READ_DATA = 0x11;
  private static final int THE_MACHINE = 0;

  /** The largest that two bytes can name. */
  private static final int LARGEST = 0xFFFF;

  /** Busy with one piece for longer means that it cannot read it. */
  private static final Duration ONE_PIECE = Duration.ofSeconds(2);

  private final IpmiBmc bmc;
  private final PieceSize size = new PieceSize();
  private final List<String> remarks = new ArrayList<>();
  private int end = LARGEST;

  FruInventory(IpmiBmc bmc) {
    this.bmc = bmc;
  }

  AssetData read(CommandDeadline deadline) {
    end = deviceSize(deadline);
    Octets header = header(deadline);
    Texts chassis = texts(header, Kind.CHASSIS, deadline);
    Texts board = texts(header, Kind.BOARD, deadline);
    Texts product = texts(header, Kind.PRODUCT, deadline);
    return new AssetData(
        product.or(0, board.at(0)),
        product.or(1, board.at(1)),
        product.or(2, board.at(3)),
        product.or(4, chassis.at(1)),
        board.at(2),
        product.at(5),
        remarks);
  }

  /** Texts in their order; empty where there is none. */
  private record Texts(List<String> list) {

    static final Texts NONE = new Texts(List.of());

    String at(int index) {
      return index < list.size() ? list.get(index) : "";
    }

    String or(int index, String other) {
      return at(index).isEmpty() ? other : at(index);
    }
  }

  /** A BMC that does not say how large its device is may have one of any size. */
  private int deviceSize(CommandDeadline deadline) {
    IpmiCommand command =
        new IpmiCommand("Get FRU Inventory Area Info", STORAGE, GET_INFO, Octets.of(THE_MACHINE));
    IpmiResponse info = bmc.ask(command, deadline.sooner(ONE_PIECE));
    boolean says = info.completion().equals(CompletionCode.DONE) && info.data().size() >= 2;
    int bytes = says ? info.data().at(0) | info.data().at(1) << 8 : 0;
    return bytes == 0 ? LARGEST : bytes;
  }

  private Octets header(CommandDeadline deadline) {
    try {
      Octets header = bytes(0, FruArea.HEADER, deadline);
      FruArea.requireHeader(header);
      return header;
    } catch (UnreadableRecord | MalformedPacketException e) {
      throw new BackendException.ProtocolViolation(
          bmc.name(), "an inventory that cannot be read: " + e.getMessage(), e);
    }
  }

  private Texts texts(Octets header, Kind kind, CommandDeadline deadline) {
    int start = FruArea.start(header, kind);
    if (start == 0) {
      return Texts.NONE;
    }
    try {
      int length = FruArea.length(bytes(start, 2, deadline));
      if (length == 0) {
        throw new UnreadableRecord("it says that it has no bytes");
      }
      if (start + length > end) {
        remark(kind, "it claims %d bytes, the device ends after %d".formatted(length, end - start));
      }
      Octets area = bytes(start, Math.min(length, end - start), deadline);
      if (area.size() == length && !FruArea.addsUp(area)) {
        remark(kind, "its checksum is wrong, so its content may be wrong too");
      }
      return new Texts(FruArea.texts(area, kind));
    } catch (UnreadableRecord e) {
      size.forget();
      remark(kind, e.why());
      return Texts.NONE;
    }
  }

  private void remark(Kind kind, String why) {
    remarks.add(
        "the %s area of its inventory: %s".formatted(kind.name().toLowerCase(Locale.ROOT), why));
  }

  private Octets bytes(int from, int count, CommandDeadline deadline) throws UnreadableRecord {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    while (read.size() < count) {
      Octets piece = piece(from + read.size(), count - read.size(), deadline);
      read.write(piece.toByteArray(), 1, piece.size() - 1);
    }
    return Octets.copyOf(read.toByteArray());
  }

  private Octets piece(int at, int count, CommandDeadline deadline) throws UnreadableRecord {
    while (true) {
      int wanted = size.of(count);
      IpmiCommand command =
          new IpmiCommand(
              "Read FRU Data", STORAGE, READ_DATA, Octets.of(THE_MACHINE, at, at >> 8, wanted));
      IpmiResponse response = bmc.ask(command, deadline.sooner(ONE_PIECE));
      if (response.completion().equals(CompletionCode.DONE)) {
        size.answered();
        return asked(wanted, response.data());
      }
      if (!size.shrinks(response.completion())) {
        throw new UnreadableRecord(response.completion().toString());
      }
    }
  }

  private static Octets asked(int wanted, Octets answer) throws UnreadableRecord {
    if (answer.size() < 2 || answer.size() > 1 + wanted) {
      throw new UnreadableRecord(
          "asked for %d bytes of it, the BMC answers '%s'".formatted(wanted, answer));
    }
    return answer;
  }
}
