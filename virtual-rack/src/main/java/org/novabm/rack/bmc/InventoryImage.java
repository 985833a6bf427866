package org.novabm.rack.bmc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.novabm.rack.bmc.InventoryTraits.Area;

/**
 * What is written on a machine, in three areas (Platform Management FRU Information Storage
 * Definition 1.0).
 */
final class InventoryImage {

  private static final int UNIT = 8;
  private static final int LONGEST = 31;

  private InventoryImage() {}

  static byte[] of(Area product) {
    byte[] chassis = area(Area.SOUND, new int[] {1, 0, 0x17}, "CPART", "CSERIAL");
    byte[] board =
        area(Area.SOUND, new int[] {1, 0, 0x19, 0, 0, 0}, "Acme", "Board1", "BSERIAL", "BPART");
    byte[] named =
        area(product, new int[] {1, 0, 0x19}, "Acme", "Server1", "PPART", "V1", "PSERIAL", "ASSET");
    int boardAt = 1 + chassis.length / UNIT;
    byte[] header = Bytes.of(1, 0, 1, boardAt, boardAt + board.length / UNIT, 0, 0, 0);
    header[UNIT - 1] = checksum(header);
    return new Bytes().raw(header).raw(chassis).raw(board).raw(named).done();
  }

  /** In units of eight bytes, the last of which is the checksum. */
  private static byte[] area(Area state, int[] head, String... texts) {
    Bytes fields = new Bytes().all(head);
    for (String text : texts) {
      fields.one(0xc0 | text.length()).raw(text.getBytes(StandardCharsets.US_ASCII));
    }
    byte[] whole = fields.one(0xc1).done();
    byte[] area = Arrays.copyOf(whole, (whole.length + UNIT) / UNIT * UNIT);
    area[1] =
        (byte)
            switch (state) {
              case SOUND, WRONG_SUM -> area.length / UNIT;
              case LONG -> LONGEST;
              case EMPTY -> 0;
            };
    area[area.length - 1] = (byte) (checksum(area) + (state == Area.WRONG_SUM ? 1 : 0));
    return area;
  }

  private static byte checksum(byte[] bytes) {
    int sum = 0;
    for (byte one : bytes) {
      sum += one;
    }
    return (byte) -sum;
  }
}
