package org.novabm.deploy.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The records of ECMA-119: numbers stand there in both byte orders, texts padded with blanks. */
final class IsoFields {

  private static final byte DIRECTORY = 2;

  private IsoFields() {}

  /** A directory record (section 9.1), dated to the first second of 1970. */
  static byte[] record(byte[] name, IsoExtent extent, boolean directory, byte[] systemUse) {
    int pad = 1 - name.length % 2;
    int length = 33 + name.length + pad + systemUse.length;
    ByteBuffer record = ByteBuffer.allocate(length + length % 2);
    record.put((byte) record.capacity()).put((byte) 0);
    both32(record, extent.sector());
    both32(record, extent.bytes());
    record.put(new byte[] {70, 1, 1, 0, 0, 0, 0});
    record.put(directory ? DIRECTORY : 0).put((byte) 0).put((byte) 0);
    both16(record, 1);
    record.put((byte) name.length).put(name);
    record.position(record.position() + pad);
    return bytes(record.put(systemUse));
  }

  /** The primary volume descriptor (section 8.4). */
  static byte[] primaryDescriptor(
      String label, int sectors, int tableBytes, int tableLittle, int tableBig, byte[] root) {
    ByteBuffer block = descriptor(1);
    block.put((byte) 0);
    text(block, 32, "");
    text(block, 32, label);
    block.position(80);
    both32(block, sectors);
    block.position(120);
    both16(block, 1);
    both16(block, 1);
    both16(block, IsoImage.SECTOR);
    both32(block, tableBytes);
    block.order(ByteOrder.LITTLE_ENDIAN).putInt(tableLittle).putInt(0);
    block.order(ByteOrder.BIG_ENDIAN).putInt(tableBig).putInt(0);
    block.put(root);
    text(block, 4 * 128 + 3 * 37, "");
    for (int date = 0; date < 4; date++) {
      // "not specified": sixteen digits zero and the zone (section 8.4.26.1)
      block.put("0".repeat(16).getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    }
    return bytes(block.put((byte) 1));
  }

  /** The volume descriptor set terminator (section 8.3). */
  static byte[] endOfDescriptors() {
    return bytes(descriptor(255));
  }

  private static ByteBuffer descriptor(int type) {
    return ByteBuffer.allocate(IsoImage.SECTOR)
        .put((byte) type)
        .put("CD001".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1);
  }

  private static void text(ByteBuffer to, int length, String text) {
    byte[] field = new byte[length];
    Arrays.fill(field, (byte) ' ');
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, field, 0, bytes.length);
    to.put(field);
  }

  /** Section 7.3.3. */
  static void both32(ByteBuffer to, int number) {
    to.order(ByteOrder.LITTLE_ENDIAN).putInt(number);
    to.order(ByteOrder.BIG_ENDIAN).putInt(number);
  }

  /** Section 7.2.3. */
  private static void both16(ByteBuffer to, int number) {
    to.order(ByteOrder.LITTLE_ENDIAN).putShort((short) number);
    to.order(ByteOrder.BIG_ENDIAN).putShort((short) number);
  }

  /** All of a buffer, wherever it stands. */
  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.get(0, bytes);
    return bytes;
  }
}
