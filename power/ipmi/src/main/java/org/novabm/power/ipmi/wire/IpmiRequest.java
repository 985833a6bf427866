package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;

/**
 * A command to the BMC itself, LUN 0, from a remote console (IPMI 2.0, table 13-8 and section 5.1).
 *
 * @param netFn even network function, 0 to 62
 * @param command 0 to 255
 * @param sequence tells the answers of several requests apart, 0 to 63
 */
public record IpmiRequest(int netFn, int command, int sequence, Octets data) {

  static final int BMC = 0x20;
  static final int CONSOLE = 0x81;

  private static final int FRAME = 7;

  public static IpmiRequest parse(Octets message) throws MalformedPacketException {
    OctetReader reader = message.reader();
    reader.skip(1);
    int netFn = reader.unsigned8() >> 2;
    reader.skip(2);
    int sequence = reader.unsigned8() >> 2;
    int command = reader.unsigned8();
    Octets data = reader.octets(reader.remaining() - 1);
    Checksum.requireZero(message, 0, 3);
    Checksum.requireZero(message, 3, message.size());
    return new IpmiRequest(netFn, command, sequence, data);
  }

  public Octets encode() {
    byte[] message = new byte[FRAME + data.size()];
    ByteBuffer buffer = ByteBuffer.wrap(message);
    buffer.put((byte) BMC).put((byte) (netFn << 2));
    Checksum.put(buffer, 0);
    buffer.put((byte) CONSOLE).put((byte) (sequence << 2)).put((byte) command);
    data.putTo(buffer);
    Checksum.put(buffer, 3);
    return Octets.owning(message);
  }
}
