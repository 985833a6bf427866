package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;

/**
 * The BMC's last word in the making of a session (IPMI 2.0, table 13-14).
 *
 * @param code see {@link KeyExchange#rakp4Code()}; empty when the status is an error
 */
public record Rakp4(int tag, SetupStatus status, int consoleSession, Octets code)
    implements SetupAnswer {

  public static Rakp4 parse(byte[] packet) throws MalformedPacketException {
    OctetReader reader = SetupPacket.payload(packet, PayloadType.RAKP_4);
    AnswerHead head = AnswerHead.parse(reader);
    return new Rakp4(head.tag(), head.status(), head.consoleSession(), reader.rest());
  }

  public byte[] encode() {
    ByteBuffer buffer = SetupPacket.buffer(AnswerHead.SIZE + code.size());
    new AnswerHead(tag, status, 0, consoleSession).putTo(buffer);
    code.putTo(buffer);
    return SetupPacket.encode(PayloadType.RAKP_4, buffer);
  }
}
