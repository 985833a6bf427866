package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;

/**
 * The first eight bytes of a {@link SetupAnswer}. A refusal may end after two.
 *
 * @param privilege only Open Session has one; 0 in the others
 */
record AnswerHead(int tag, SetupStatus status, int privilege, int consoleSession) {

  static final int SIZE = 8;

  static AnswerHead parse(OctetReader reader) throws MalformedPacketException {
    int tag = reader.unsigned8();
    SetupStatus status = SetupStatus.of(reader.unsigned8());
    if (status != SetupStatus.NO_ERRORS && reader.remaining() < SIZE - 2) {
      return new AnswerHead(tag, status, 0, 0);
    }
    int privilege = reader.unsigned8() & 0x0F;
    reader.skip(1);
    return new AnswerHead(tag, status, privilege, reader.int32());
  }

  boolean isRefusal() {
    return status != SetupStatus.NO_ERRORS;
  }

  void putTo(ByteBuffer buffer) {
    buffer.put((byte) tag).put((byte) status.code());
    buffer.put((byte) privilege).put((byte) 0).putInt(consoleSession);
  }
}
