package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;

/** The two's complement checksum of IPMI messages: all bytes with it add up to zero. */
final class Checksum {

  private Checksum() {}

  /** Appends the checksum of what the buffer holds from {@code start} on. */
  static void put(ByteBuffer buffer, int start) {
    int sum = 0;
    for (int i = start; i < buffer.position(); i++) {
      sum += buffer.get(i);
    }
    buffer.put((byte) -sum);
  }

  static void requireZero(Octets message, int start, int end) throws MalformedPacketException {
    int sum = 0;
    for (int i = start; i < end; i++) {
      sum += message.at(i);
    }
    if ((sum & 0xFF) != 0) {
      throw new MalformedPacketException("a wrong checksum in IPMI message " + message);
    }
  }
}
