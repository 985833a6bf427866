package org.novabm.power.ipmi.wire;

import java.util.Arrays;

/** Reads little-endian numbers from a part of an array and never beyond it. */
final class OctetReader {

  private final byte[] bytes;
  private final int end;
  private int position;

  OctetReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  int remaining() {
    return end - position;
  }

  int unsigned8() throws MalformedPacketException {
    need(1);
    return bytes[position++] & 0xFF;
  }

  int unsigned16() throws MalformedPacketException {
    return unsigned8() | unsigned8() << 8;
  }

  int int32() throws MalformedPacketException {
    return unsigned16() | unsigned16() << 16;
  }

  void skip(int count) throws MalformedPacketException {
    need(count);
    position += count;
  }

  Octets octets(int count) throws MalformedPacketException {
    need(count);
    position += count;
    return Octets.owning(Arrays.copyOfRange(bytes, position - count, position));
  }

  Octets rest() {
    byte[] rest = Arrays.copyOfRange(bytes, position, end);
    position = end;
    return Octets.owning(rest);
  }

  private void need(int count) throws MalformedPacketException {
    if (count < 0 || count > remaining()) {
      throw new MalformedPacketException(
          count + " more bytes expected, " + remaining() + " are there");
    }
  }
}
