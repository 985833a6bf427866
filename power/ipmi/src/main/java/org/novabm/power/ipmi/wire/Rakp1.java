package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;

/**
 * The console's name and random number (IPMI 2.0, table 13-11).
 *
 * @param random {@value #RANDOM_SIZE} bytes nobody can foretell
 * @param role privilege level in bits 0 to 3; {@link #BY_NAME_ONLY} in bit 4
 * @param user 0 to {@value #MOST_USER} bytes
 */
public record Rakp1(int tag, int bmcSession, Octets random, int role, Octets user) {

  public static final int RANDOM_SIZE = 16;
  public static final int MOST_USER = 16;

  /** Look the account up by its name, whatever its privilege. */
  public static final int BY_NAME_ONLY = 0x10;

  private static final int FIXED_SIZE = 28;

  public static Rakp1 parse(byte[] packet) throws MalformedPacketException {
    OctetReader reader = SetupPacket.payload(packet, PayloadType.RAKP_1);
    int tag = reader.unsigned8();
    reader.skip(3);
    int bmcSession = reader.int32();
    Octets random = reader.octets(RANDOM_SIZE);
    int role = reader.unsigned8();
    reader.skip(2);
    int userSize = reader.unsigned8();
    if (userSize > MOST_USER) {
      throw new MalformedPacketException("a user name of " + userSize + " bytes");
    }
    return new Rakp1(tag, bmcSession, random, role, reader.octets(userSize));
  }

  public byte[] encode() {
    ByteBuffer buffer = SetupPacket.buffer(FIXED_SIZE + user.size());
    buffer.putInt(tag & 0xFF).putInt(bmcSession);
    random.putTo(buffer);
    putIdentity(buffer.put((byte) role).putShort((short) 0));
    return SetupPacket.encode(PayloadType.RAKP_1, buffer);
  }

  /** The user's name with its length before it. */
  void putIdentity(ByteBuffer buffer) {
    buffer.put((byte) user.size());
    user.putTo(buffer);
  }
}
