package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;

/**
 * The three algorithm payloads of an Open Session message, by their numbers (IPMI 2.0, tables 13-9
 * and 13-10).
 */
public record AlgorithmPayloads(int authentication, int integrity, int confidentiality) {

  static final int SIZE = 24;

  private static final int ONE_SIZE = 8;

  public static AlgorithmPayloads of(CipherSuite suite) {
    return new AlgorithmPayloads(
        suite.authentication().code(), suite.integrity().code(), suite.confidentiality().code());
  }

  static AlgorithmPayloads parse(OctetReader reader) throws MalformedPacketException {
    return new AlgorithmPayloads(one(reader, 0), one(reader, 1), one(reader, 2));
  }

  private static int one(OctetReader reader, int kind) throws MalformedPacketException {
    if (reader.unsigned8() != kind) {
      throw new MalformedPacketException("the algorithm payloads are out of order");
    }
    reader.skip(3);
    int algorithm = reader.unsigned8() & 0x3F;
    reader.skip(3);
    return algorithm;
  }

  void putTo(ByteBuffer buffer) {
    put(buffer, 0, authentication);
    put(buffer, 1, integrity);
    put(buffer, 2, confidentiality);
  }

  private static void put(ByteBuffer buffer, int kind, int algorithm) {
    buffer.put((byte) kind).putShort((short) 0).put((byte) ONE_SIZE);
    buffer.putInt(algorithm);
  }
}
