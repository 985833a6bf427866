package org.novabm.rack.bmc;

import java.util.Arrays;

/** The inventory of the machine, the only one there is (IPMI 2.0, section 34). */
final class InventoryCommands {

  private static final int NOT_SO_MANY = 0xca;
  private static final int OUT_OF_RANGE = 0xc9;

  private final byte[] image;
  private final int piece;

  InventoryCommands(InventoryTraits traits) {
    this.image = InventoryImage.of(traits.product());
    this.piece = traits.piece();
  }

  static boolean knows(int command) {
    return command == 0x10 || command == 0x11;
  }

  CommandResponse answer(CommandRequest request) {
    byte[] data = request.data();
    if (data.length != (request.command() == 0x10 ? 1 : 4)) {
      return CommandResponse.WRONG_LENGTH;
    }
    if (data[0] != 0) {
      return CommandResponse.NOT_PRESENT;
    }
    return request.command() == 0x10
        ? CommandResponse.of(new Bytes().two(image.length).one(0).done())
        : read((data[1] & 0xff) | (data[2] & 0xff) << 8, data[3] & 0xff);
  }

  private CommandResponse read(int from, int count) {
    if (count > piece) {
      return CommandResponse.refused(NOT_SO_MANY);
    }
    if (from >= image.length) {
      return CommandResponse.refused(OUT_OF_RANGE);
    }
    byte[] bytes = Arrays.copyOfRange(image, from, Math.min(from + count, image.length));
    return CommandResponse.of(new Bytes().one(bytes.length).raw(bytes).done());
  }
}
