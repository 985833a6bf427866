package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A packet outside of any session, neither encrypted nor authenticated: those that make a session.
 *
 * @param type what the payload is
 * @param payload its bytes
 */
public record SetupPacket(PayloadType type, Octets payload) {

  public static SetupPacket parse(byte[] packet) throws MalformedPacketException {
    SessionHeader header = SessionHeader.parse(packet);
    if (header.sealed() || header.sessionId() != 0) {
      throw new MalformedPacketException("a packet of a session where none is open yet");
    }
    OctetReader reader = new OctetReader(packet, SessionHeader.SIZE, packet.length);
    return new SetupPacket(header.type(), reader.octets(header.payloadLength()));
  }

  /** Reads the payload when it is of the wanted type. */
  static OctetReader payload(byte[] packet, PayloadType wanted) throws MalformedPacketException {
    SetupPacket setup = parse(packet);
    if (setup.type != wanted) {
      throw new MalformedPacketException(wanted + " expected, " + setup.type + " came");
    }
    return setup.payload.reader();
  }

  static byte[] encode(PayloadType type, ByteBuffer payload) {
    byte[] bytes = new byte[payload.flip().remaining()];
    payload.get(bytes);
    return new SetupPacket(type, Octets.owning(bytes)).encode();
  }

  /** A buffer for a payload; RMCP+ numbers are little-endian. */
  static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  public byte[] encode() {
    byte[] packet = new byte[SessionHeader.SIZE + payload.size()];
    ByteBuffer buffer = ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN);
    new SessionHeader(false, type, 0, 0, payload.size()).putTo(buffer);
    payload.putTo(buffer);
    return packet;
  }
}
