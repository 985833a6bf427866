package org.novabm.power.ipmi.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts of one area of a machine's inventory (Platform Management FRU Information Storage
 * Definition 1.0, sections 10 to 12).
 */
public final class FruArea {

  /** Bytes of the head that says where the areas are. */
  public static final int HEADER = 8;

  /** Areas in the order of the header. */
  public enum Kind {
    CHASSIS(2, 3),
    BOARD(3, 6),
    PRODUCT(4, 3);

    private final int pointer;
    private final int head;

    Kind(int pointer, int head) {
      this.pointer = pointer;
      this.head = head;
    }
  }

  private static final int UNIT = 8;
  private static final int END = 0xC1;

  private FruArea() {}

  /** Lets only a whole header pass. */
  public static void requireHeader(Octets header) throws MalformedPacketException {
    if (header.size() < HEADER) {
      throw new MalformedPacketException("an inventory of " + header.size() + " bytes");
    }
    Checksum.requireZero(header, 0, HEADER);
  }

  /** Where an area begins; 0 when there is none. */
  public static int start(Octets header, Kind kind) {
    return header.at(kind.pointer) * UNIT;
  }

  /** How long an area is, from its first two bytes. */
  public static int length(Octets begin) {
    return begin.at(1) * UNIT;
  }

  /** Whether all bytes of a whole area add up to zero, as its checksum wants. */
  public static boolean addsUp(Octets area) {
    int sum = 0;
    for (int i = 0; i < area.size(); i++) {
      sum += area.at(i);
    }
    return (sum & 0xFF) == 0;
  }

  /** The whole texts of an area, in the order of the definition; one that is cut ends them. */
  public static List<String> texts(Octets area, Kind kind) {
    List<String> texts = new ArrayList<>();
    try {
      OctetReader reader = area.reader();
      reader.skip(kind.head);
      while (reader.remaining() > 1) {
        int typeAndLength = reader.unsigned8();
        if (typeAndLength == END) {
          break;
        }
        texts.add(PackedText.of(typeAndLength >> 6, reader.octets(typeAndLength & 0x3F)));
      }
    } catch (MalformedPacketException e) {
      // what came before the cut is as good as it was
    }
    return texts;
  }
}
