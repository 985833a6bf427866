package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;

/**
 * A packet of serial over LAN (IPMI 2.0, table 15-2).
 *
 * @param sequence 1 to 15, or 0 for one that only acknowledges
 * @param acknowledges the sequence number of the other side's packet, 0 for none
 * @param accepted how many characters of that packet were taken, 0 to 255
 * @param flags of the operation or status byte
 * @param characters of the line
 */
public record SolPacket(
    int sequence, int acknowledges, int accepted, int flags, Octets characters) {

  /** Either way: not all characters were taken. */
  public static final int NACK = 0x40;

  /** To the BMC: a break. */
  public static final int BREAK = 0x10;

  /** From the BMC: it ends the line, or has ended it. */
  public static final int DEACTIVATED = 0x10;

  /** Sequence numbers count from 1 to here. */
  public static final int HIGHEST_SEQUENCE = 15;

  /** Bytes before the characters. */
  public static final int HEADER = 4;

  /** One that says what was taken of the other side's packet. */
  public static SolPacket acknowledging(int sequence, int accepted) {
    return new SolPacket(0, sequence, accepted, 0, Octets.EMPTY);
  }

  public static SolPacket parse(Octets payload) throws MalformedPacketException {
    OctetReader reader = payload.reader();
    return new SolPacket(
        reader.unsigned8() & 0x0F,
        reader.unsigned8() & 0x0F,
        reader.unsigned8(),
        reader.unsigned8(),
        reader.rest());
  }

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  public Octets encode() {
    byte[] bytes = new byte[HEADER + characters.size()];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    buffer.put((byte) sequence).put((byte) acknowledges).put((byte) accepted).put((byte) flags);
    characters.putTo(buffer);
    return Octets.owning(bytes);
  }
}
