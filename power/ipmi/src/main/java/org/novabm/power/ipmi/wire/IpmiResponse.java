package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;

/**
 * The BMC's answer to an {@link IpmiRequest}.
 *
 * @param netFn the request's plus 1
 * @param command the request's
 * @param sequence the request's
 */
public record IpmiResponse(
    int netFn, int command, int sequence, CompletionCode completion, Octets data) {

  private static final int FRAME = 8;

  public static IpmiResponse parse(Octets message) throws MalformedPacketException {
    OctetReader reader = message.reader();
    reader.skip(1);
    int netFn = reader.unsigned8() >> 2;
    reader.skip(2);
    int sequence = reader.unsigned8() >> 2;
    int command = reader.unsigned8();
    CompletionCode completion = new CompletionCode(reader.unsigned8());
    Octets data = reader.octets(reader.remaining() - 1);
    Checksum.requireZero(message, 0, 3);
    Checksum.requireZero(message, 3, message.size());
    return new IpmiResponse(netFn, command, sequence, completion, data);
  }

  /** Whether this is the answer to a request. */
  public boolean answers(IpmiRequest request) {
    return netFn == request.netFn() + 1
        && command == request.command()
        && sequence == request.sequence();
  }

  public Octets encode() {
    byte[] message = new byte[FRAME + data.size()];
    ByteBuffer buffer = ByteBuffer.wrap(message);
    buffer.put((byte) IpmiRequest.CONSOLE).put((byte) (netFn << 2));
    Checksum.put(buffer, 0);
    buffer.put((byte) IpmiRequest.BMC).put((byte) (sequence << 2)).put((byte) command);
    buffer.put((byte) completion.value());
    data.putTo(buffer);
    Checksum.put(buffer, 3);
    return Octets.owning(message);
  }
}
