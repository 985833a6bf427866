package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * What stands before every RMCP+ payload: the RMCP header and the IPMI 2.0 session header (IPMI
 * 2.0, tables 13-1 and 13-8).
 *
 * @param sealed encrypted and authenticated; a packet with only one of both is refused
 * @param type what the payload is
 * @param sessionId the receiver's name for the session, 0 outside of one
 * @param sequence counts the sealed packets of one direction, 0 outside of a session
 * @param payloadLength bytes of the payload, 0 to {@value #MOST_PAYLOAD}
 */
public record SessionHeader(
    boolean sealed, PayloadType type, int sessionId, int sequence, int payloadLength) {

  /** Bytes of both headers. */
  public static final int SIZE = 16;

  /** No datagram of ours is longer; a longer one is dropped unread. */
  public static final int MOST_PACKET = 1024;

  static final int MOST_PAYLOAD = MOST_PACKET - SIZE;

  /** Where the RMCP header ends, and authentication codes begin to cover. */
  static final int RMCP_SIZE = 4;

  private static final int RMCP_VERSION = 0x06;
  private static final int NO_RMCP_ACK = 0xFF;
  private static final int RMCP_CLASS_IPMI = 0x07;
  private static final int FORMAT_RMCP_PLUS = 0x06;
  private static final int ENCRYPTED = 0x80;
  private static final int AUTHENTICATED = 0x40;

  /** Reads the headers and checks that the packet holds the payload they promise. */
  public static SessionHeader parse(byte[] packet) throws MalformedPacketException {
    OctetReader reader = new OctetReader(packet, 0, packet.length);
    if (reader.unsigned8() != RMCP_VERSION) {
      throw new MalformedPacketException("not RMCP version 1.0");
    }
    reader.skip(2);
    if (reader.unsigned8() != RMCP_CLASS_IPMI || reader.unsigned8() != FORMAT_RMCP_PLUS) {
      throw new MalformedPacketException("not an IPMI 2.0 session packet");
    }
    int flags = reader.unsigned8();
    PayloadType type = PayloadType.of(flags & ~(ENCRYPTED | AUTHENTICATED));
    SessionHeader header =
        new SessionHeader(sealed(flags), type, reader.int32(), reader.int32(), reader.unsigned16());
    if (header.payloadLength > Math.min(reader.remaining(), MOST_PAYLOAD)) {
      throw new MalformedPacketException(
          "a payload of " + header.payloadLength + " bytes is announced and not there");
    }
    return header;
  }

  private static boolean sealed(int flags) throws MalformedPacketException {
    return switch (flags & (ENCRYPTED | AUTHENTICATED)) {
      case 0 -> false;
      case ENCRYPTED | AUTHENTICATED -> true;
      default -> throw new MalformedPacketException("encrypted or authenticated, but not both");
    };
  }

  /**
   * The console's session a packet from a BMC belongs to, without trusting anything else in it.
   *
   * @return empty for a refusal of a session that is too short to name it
   * @throws MalformedPacketException when it is no packet from a BMC
   */
  public static OptionalInt consoleSession(byte[] packet) throws MalformedPacketException {
    SessionHeader header = parse(packet);
    if (header.sealed) {
      return OptionalInt.of(header.sessionId);
    }
    if (!header.type.answersSetup()) {
      throw new MalformedPacketException("a BMC does not send " + header.type + " unsealed");
    }
    OctetReader payload = new OctetReader(packet, SIZE, SIZE + header.payloadLength);
    if (header.payloadLength < AnswerHead.SIZE) {
      AnswerHead.parse(payload);
      return OptionalInt.empty();
    }
    return OptionalInt.of(AnswerHead.parse(payload).consoleSession());
  }

  void putTo(ByteBuffer buffer) {
    buffer.put((byte) RMCP_VERSION).put((byte) 0).put((byte) NO_RMCP_ACK);
    buffer.put((byte) RMCP_CLASS_IPMI).put((byte) FORMAT_RMCP_PLUS);
    buffer.put((byte) (type.code() | (sealed ? ENCRYPTED | AUTHENTICATED : 0)));
    buffer.putInt(sessionId).putInt(sequence).putShort((short) payloadLength);
  }
}
