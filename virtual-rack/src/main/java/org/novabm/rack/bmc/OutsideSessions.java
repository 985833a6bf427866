package org.novabm.rack.bmc;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Questions that come before a session, in both of their forms (IPMI 2.0, section 13.6).
 *
 * @param commands those that are answered then
 */
record OutsideSessions(BmcCommands commands) {

  private static final int MESSAGE = 0x00;

  /** That of IPMI 1.5; null when it is no message. */
  byte @Nullable [] oldForm(byte[] body) {
    int length = body[9] & 0xff;
    byte[] reply =
        body.length < 10 + length ? null : reply(Arrays.copyOfRange(body, 10, 10 + length));
    return reply == null
        ? null
        : new Bytes().one(0).four(0).four(0).one(reply.length).raw(reply).done();
  }

  /** That of RMCP+, in which ipmitool asks for the cipher suites; null when it is no message. */
  byte @Nullable [] newForm(byte[] payload) {
    byte[] reply = reply(payload);
    return reply == null ? null : plain(MESSAGE, reply);
  }

  private byte @Nullable [] reply(byte[] message) {
    CommandRequest request = CommandRequest.parse(message);
    return request == null ? null : request.answer(commands.beforeSession(request));
  }

  /** A payload of RMCP+ that nobody signed. */
  static byte[] plain(int type, byte[] payload) {
    return new Bytes().one(0x06).one(type).four(0).four(0).two(payload.length).raw(payload).done();
  }
}
