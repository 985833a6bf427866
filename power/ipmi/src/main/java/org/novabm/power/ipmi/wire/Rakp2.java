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
    int tag, SetupStatus status, int consoleSession, Octets random, Octets guid, Octets code)
    implements SetupAnswer {

  public static final int GUID_SIZE = 16;

  public static Rakp2 refused(int tag, SetupStatus status, int consoleSession) {
    return new Rakp2(tag, status, consoleSession, Octets.EMPTY, Octets.EMPTY, Octets.EMPTY);
  }

  public static Rakp2 parse(byte[] packet) throws MalformedPacketException {
    OctetReader reader = SetupPacket.payload(packet, PayloadType.RAKP_2);
    AnswerHead head = AnswerHead.parse(reader);
    if (head.isRefusal()) {
      return refused(head.tag(), head.status(), head.consoleSession());
    }
    return new Rakp2(
        head.tag(),
        head.status(),
        head.consoleSession(),
        reader.octets(Rakp1.RANDOM_SIZE),
        reader.octets(GUID_SIZE),
        reader.rest());
  }

  public byte[] encode() {
    ByteBuffer buffer =
        SetupPacket.buffer(AnswerHead.SIZE + random.size() + guid.size() + code.size());
    new AnswerHead(tag, status, 0, consoleSession).putTo(buffer);
    random.putTo(buffer);
    guid.putTo(buffer);
    code.putTo(buffer);
    return SetupPacket.encode(PayloadType.RAKP_2, buffer);
  }
}
