package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;

/**
 * The BMC's last word in the making of a session (IPMI 2.0, table 13-14).
 *
 * @param code see {@link KeyExchange#rakp4Code()}; empty when the status is an error
 */
public record Rakp4(int tag, SetupStatus status, int consoleSession, Octets code) {

  public static Rakp4 parse(byte[] packet) throws MalformedPacketException {
    OctetReader reader = SetupPacket.payload(packet, PayloadType.RAKP_4);
    int tag = reader.unsigned8();
    SetupStatus status = SetupStatus.of(reader.unsigned8());
    reader.skip(2);
    return new Rakp4(tag, status, reader.int32(), reader.rest());
  }

  public byte[] encode() {
    ByteBuffer buffer = SetupPacket.buffer(8 + code.size());
    buffer.put((byte) tag).put((byte) status.code()).putShort((short) 0).putInt(consoleSession);
    code.putTo(buffer);
    return SetupPacket.encode(PayloadType.RAKP_4, buffer);
  }
}
