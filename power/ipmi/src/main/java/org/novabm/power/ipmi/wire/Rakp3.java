package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;

/**
 * The console's proof that it knows the password, or its farewell with an error (IPMI 2.0, table
 * 13-13).
 *
 * @param code see {@link KeyExchange#rakp3Code()}; empty when the status is an error
 */
public record Rakp3(int tag, SetupStatus status, int bmcSession, Octets code) {

  /** Tells the BMC that its proof was wrong, so that it drops the half-open session. */
  public static Rakp3 refusal(int tag, int bmcSession) {
    return new Rakp3(tag, SetupStatus.INVALID_INTEGRITY_CHECK_VALUE, bmcSession, Octets.EMPTY);
  }

  public static Rakp3 parse(byte[] packet) throws MalformedPacketException {
    OctetReader reader = SetupPacket.payload(packet, PayloadType.RAKP_3);
    int tag = reader.unsigned8();
    SetupStatus status = SetupStatus.of(reader.unsigned8());
    reader.skip(2);
    return new Rakp3(tag, status, reader.int32(), reader.rest());
  }

  public byte[] encode() {
    ByteBuffer buffer = SetupPacket.buffer(8 + code.size());
    buffer.put((byte) tag).put((byte) status.code()).putShort((short) 0).putInt(bmcSession);
    code.putTo(buffer);
    return SetupPacket.encode(PayloadType.RAKP_3, buffer);
  }
}
