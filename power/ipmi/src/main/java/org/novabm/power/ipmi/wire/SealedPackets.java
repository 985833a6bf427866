package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * Encrypts and authenticates the packets of one session, and opens those of the other side (IPMI
 * 2.0, section 13.28.4 and table 13-8). Both directions share the keys.
 */
public final class SealedPackets {

  private static final byte PAD = (byte) 0xFF;
  private static final int NEXT_HEADER = 0x07;

  /** Pad length and next header. */
  private static final int TRAILER = 2;

  private final PayloadCipher cipher;
  private final SecretKey integrityKey;
  private final IntegrityAlgorithm integrity;

  public SealedPackets(CipherSuite suite, KeyExchange keys, SecureRandom random) {
    this.cipher = new PayloadCipher(keys.encryptionKey(), random);
    this.integrity = suite.integrity();
    this.integrityKey = keys.integrityKey(integrity);
  }

  /**
   * A packet for the other side.
   *
   * @param session its name for the session
   * @param sequence never used twice in a session
   */
  public byte[] seal(PayloadType type, int session, int sequence, Octets message) {
    byte[] payload = cipher.encrypt(message);
    int padding = padding(payload.length);
    int covered = SessionHeader.SIZE + payload.length + padding + TRAILER;
    byte[] packet = new byte[covered + integrity.codeSize()];
    ByteBuffer buffer = ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN);
    new SessionHeader(true, type, session, sequence, payload.length).putTo(buffer);
    buffer.put(payload);
    for (int i = 0; i < padding; i++) {
      buffer.put(PAD);
    }
    buffer.put((byte) padding).put((byte) NEXT_HEADER);
    buffer.put(code(packet, covered), 0, integrity.codeSize());
    return packet;
  }

  /** Whether the packet ends with the right authentication code; looks at nothing else. */
  public boolean authentic(byte[] packet) {
    int covered = packet.length - integrity.codeSize();
    if (covered < SessionHeader.SIZE + TRAILER || packet.length > SessionHeader.MOST_PACKET) {
      return false;
    }
    byte[] claimed = Arrays.copyOfRange(packet, covered, packet.length);
    return MessageDigest.isEqual(
        claimed, Arrays.copyOf(code(packet, covered), integrity.codeSize()));
  }

  /** The message inside; ask {@link #authentic} first. */
  public Octets open(byte[] packet) throws MalformedPacketException {
    SessionHeader header = SessionHeader.parse(packet);
    int trailer = packet.length - integrity.codeSize() - TRAILER;
    if (!header.sealed() || trailer < SessionHeader.SIZE + header.payloadLength()) {
      throw new MalformedPacketException("a packet of a session without its trailer");
    }
    int padding = packet[trailer] & 0xFF;
    if (packet[trailer + 1] != NEXT_HEADER
        || SessionHeader.SIZE + header.payloadLength() + padding != trailer) {
      throw new MalformedPacketException("the trailer does not fit the payload length");
    }
    return cipher.decrypt(packet, SessionHeader.SIZE, header.payloadLength());
  }

  /** What is authenticated is a multiple of four bytes long. */
  private static int padding(int payloadLength) {
    int length = SessionHeader.SIZE - SessionHeader.RMCP_SIZE + payloadLength + TRAILER;
    return Math.floorMod(-length, 4);
  }

  private byte[] code(byte[] packet, int covered) {
    int length = covered - SessionHeader.RMCP_SIZE;
    return Engine.call(
        engine ->
            engine.mac(integrity.macName(), integrityKey, packet, SessionHeader.RMCP_SIZE, length));
  }
}
