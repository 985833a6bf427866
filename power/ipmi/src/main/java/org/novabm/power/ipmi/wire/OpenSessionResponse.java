package org.novabm.power.ipmi.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The BMC's answer to {@link OpenSessionRequest} (IPMI 2.0, table 13-10).
 *
 * @param highestPrivilege that the algorithms allow, 0 to 15. Some devices answer 0 here and still
 *     grant what is asked later, so it is not to be judged
 * @param bmcSession the BMC's name for the session; 0 when the status is an error
 * @param algorithms what it chose; null when the status is an error
 */
public record OpenSessionResponse(
    int tag,
    SetupStatus status,
    int highestPrivilege,
    int consoleSession,
    int bmcSession,
    @Nullable AlgorithmPayloads algorithms)
    implements SetupAnswer {

  public static OpenSessionResponse refused(int tag, SetupStatus status, int consoleSession) {
    return new OpenSessionResponse(tag, status, 0, consoleSession, 0, null);
  }

  public static OpenSessionResponse parse(byte[] packet) throws MalformedPacketException {
    OctetReader reader = SetupPacket.payload(packet, PayloadType.OPEN_SESSION_RESPONSE);
    AnswerHead head = AnswerHead.parse(reader);
    if (head.isRefusal()) {
      return refused(head.tag(), head.status(), head.consoleSession());
    }
    return new OpenSessionResponse(
        head.tag(),
        head.status(),
        head.privilege(),
        head.consoleSession(),
        reader.int32(),
        AlgorithmPayloads.parse(reader));
  }

  public byte[] encode() {
    ByteBuffer buffer = SetupPacket.buffer(AnswerHead.SIZE + 4 + AlgorithmPayloads.SIZE);
    new AnswerHead(tag, status, highestPrivilege, consoleSession).putTo(buffer);
    if (algorithms != null) {
      buffer.putInt(bmcSession);
      algorithms.putTo(buffer);
    }
    return SetupPacket.encode(PayloadType.OPEN_SESSION_RESPONSE, buffer);
  }
}
