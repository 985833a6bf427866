package org.novabm.rack.bmc;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An IPMI message with a command for the BMC (IPMI 2.0, section 13.8). */
final class CommandRequest {

  private static final int SHORTEST = 7;

  private final byte[] message;

  private CommandRequest(byte[] message) {
    this.message = message;
  }

  /** The command of a payload, or null when its checksums say that it is none. */
  static @Nullable CommandRequest parse(byte[] payload) {
    boolean whole =
        payload.length >= SHORTEST
            && checksum(payload, 0, 2) == payload[2]
            && checksum(payload, 3, payload.length - 1) == payload[payload.length - 1];
    return whole ? new CommandRequest(payload) : null;
  }

  int netFn() {
    return (message[1] & 0xff) >> 2;
  }

  int command() {
    return message[5] & 0xff;
  }

  byte[] data() {
    return Arrays.copyOfRange(message, 6, message.length - 1);
  }

  boolean is(int netFn, int command) {
    return netFn() == netFn && command() == command;
  }

  /** The message that answers this one. */
  byte[] answer(CommandResponse reply) {
    byte[] answer = new byte[8 + reply.data().length];
    answer[0] = message[3];
    answer[1] = (byte) (message[1] + 4);
    answer[2] = checksum(answer, 0, 2);
    answer[3] = message[0];
    answer[4] = message[4];
    answer[5] = message[5];
    answer[6] = (byte) reply.code();
    System.arraycopy(reply.data(), 0, answer, 7, reply.data().length);
    answer[answer.length - 1] = checksum(answer, 3, answer.length - 1);
    return answer;
  }

  private static byte checksum(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += bytes[i];
    }
    return (byte) -sum;
  }
}
