package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;

/**
 * The first packet of a session, from the console (IPMI 2.0, table 13-9). The highest privilege is
 * asked for as 0, "whatever the algorithms allow"; the role stands in RAKP message 1.
 *
 * @param tag repeated in the answer, 0 to 255
 * @param consoleSession the console's name for the session, not 0
 */
public record OpenSessionRequest(int tag, int consoleSession, AlgorithmPayloads algorithms) {

  public static OpenSessionRequest parse(byte[] packet) throws MalformedPacketException {
    OctetReader reader = SetupPacket.payload(packet, PayloadType.OPEN_SESSION_REQUEST);
    int tag = reader.unsigned8();
    reader.skip(3);
    return new OpenSessionRequest(tag, reader.int32(), AlgorithmPayloads.parse(reader));
  }

  public byte[] encode() {
    ByteBuffer buffer = SetupPacket.buffer(8 + AlgorithmPayloads.SIZE);
    buffer.put((byte) tag).put((byte) 0).putShort((short) 0).putInt(consoleSession);
    algorithms.putTo(buffer);
    return SetupPacket.encode(PayloadType.OPEN_SESSION_REQUEST, buffer);
  }
}
