package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;

/**
 * The BMC's random number, and its proof that it knows the password (IPMI 2.0, table 13-12).
 *
 * @param random 16 bytes; empty when the status is an error
 * @param guid 16 bytes; empty when the status is an error
 * @param code see {@link KeyExchange#rakp2Code()}; empty when the status is an error
 */
public record Rakp2(
    int tag, SetupStatus status, int consoleSession, Octets random, Octets guid, Octets code) {

  public static final int GUID_SIZE = 16;

  public static Rakp2 refused(int tag, SetupStatus status, int consoleSession) {
    return new Rakp2(tag, status, consoleSession, Octets.EMPTY, Octets.EMPTY, Octets.EMPTY);
  }

  public static Rakp2 parse(byte[] packet) throws MalformedPacketException {
    OctetReader reader = SetupPacket.payload(packet, PayloadType.RAKP_2);
    int tag = reader.unsigned8();
    SetupStatus status = SetupStatus.of(reader.unsigned8());
    reader.skip(2);
    int consoleSession = reader.int32();
    if (status != SetupStatus.NO_ERRORS) {
      return refused(tag, status, consoleSession);
    }
    return new Rakp2(
        tag,
        status,
        consoleSession,
        reader.octets(Rakp1.RANDOM_SIZE),
        reader.octets(GUID_SIZE),
        reader.rest());
  }

  public byte[] encode() {
    ByteBuffer buffer = SetupPacket.buffer(8 + random.size() + guid.size() + code.size());
    buffer.put((byte) tag).put((byte) status.code()).putShort((short) 0).putInt(consoleSession);
    random.putTo(buffer);
    guid.putTo(buffer);
    code.putTo(buffer);
    return SetupPacket.encode(PayloadType.RAKP_2, buffer);
  }
}
