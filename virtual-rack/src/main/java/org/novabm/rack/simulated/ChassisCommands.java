package org.novabm.rack.simulated;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** IPMI messages in, IPMI messages out (IPMI 2.0, sections 13.8, 20, 22 and 28). */
final class ChassisCommands {

  private static final int CHASSIS = 0x00;
  private static final int APPLICATION = 0x06;
  private static final int INVALID_COMMAND = 0xc1;
  private static final int INVALID_FIELD = 0xcc;
  private static final int PARAMETER_UNSUPPORTED = 0x80;

  private final Chassis chassis;

  ChassisCommands(Chassis chassis) {
    this.chassis = chassis;
  }

  static boolean closesSession(byte[] request) {
    return netFn(request) == APPLICATION && request[5] == 0x3c;
  }

  /** Only the question which authentication there is; null for what is not even a message. */
  byte @Nullable [] beforeSession(byte[] request) {
    if (!isMessage(request)) {
      return null;
    }
    if (netFn(request) == APPLICATION && request[5] == 0x38) {
      // channel 1; IPMI 2.0 only; accounts with names; RMCP+ supported
      return reply(request, 0, new byte[] {1, (byte) 0x80, 0x04, 0x02, 0, 0, 0, 0});
    }
    return reply(request, INVALID_COMMAND, new byte[0]);
  }

  /** A command of somebody who is logged in. */
  byte @Nullable [] inSession(byte[] request) {
    if (!isMessage(request)) {
      return null;
    }
    byte[] data = Arrays.copyOfRange(request, 6, request.length - 1);
    return switch (netFn(request)) {
      case CHASSIS -> chassis(request, data);
      case APPLICATION -> application(request, data);
      default -> reply(request, INVALID_COMMAND, new byte[0]);
    };
  }

  private byte[] application(byte[] request, byte[] data) {
    return switch (request[5]) {
      case 0x01 -> reply(request, 0, new byte[] {0x20, 1, 1, 0, 0x02, (byte) 0x80, 0, 0, 0, 1, 0});
      case 0x3b ->
          data.length < 1
              ? reply(request, 0xc7, new byte[0])
              : reply(request, 0, new byte[] {data[0] == 0 ? 4 : data[0]});
      case 0x3c -> reply(request, 0, new byte[0]);
      default -> reply(request, INVALID_COMMAND, new byte[0]);
    };
  }

  private byte[] chassis(byte[] request, byte[] data) {
    return switch (request[5]) {
      case 0x01 -> reply(request, 0, new byte[] {(byte) (chassis.isOn() ? 1 : 0), 0, 0});
      case 0x02 -> reply(request, control(data), new byte[0]);
      case 0x08 -> reply(request, setBootOption(data), new byte[0]);
      case 0x09 -> getBootOption(request, data);
      default -> reply(request, INVALID_COMMAND, new byte[0]);
    };
  }

  private int control(byte[] data) {
    if (data.length < 1) {
      return 0xc7;
    }
    switch (data[0] & 0x0f) {
      case 0 -> chassis.powerOff();
      case 1 -> chassis.powerOn();
      case 2 -> {
        if (!chassis.isOn()) {
          return 0xd5;
        }
        chassis.powerOff();
        chassis.powerOn();
      }
      case 3 -> {
        if (!chassis.isOn()) {
          return 0xd5;
        }
        chassis.reset();
      }
      case 5 -> chassis.softOff();
      default -> {
        return INVALID_FIELD;
      }
    }
    return 0;
  }

  private int setBootOption(byte[] data) {
    if (data.length < 1) {
      return 0xc7;
    }
    int parameter = data[0] & 0x7f;
    if (parameter == 5 && data.length == 6) {
      chassis.setBootFlags(Arrays.copyOfRange(data, 1, 6));
      return 0;
    }
    // set in progress, info acknowledge, flag valid bit clearing: taken, without effect
    return parameter == 0 || parameter == 3 || parameter == 4 ? 0 : PARAMETER_UNSUPPORTED;
  }

  private byte[] getBootOption(byte[] request, byte[] data) {
    if (data.length < 1 || (data[0] & 0x7f) != 5) {
      return reply(request, PARAMETER_UNSUPPORTED, new byte[0]);
    }
    return reply(request, 0, new Bytes().all(1, 5).raw(chassis.bootFlags()).done());
  }

  private static boolean isMessage(byte[] request) {
    return request.length >= 7
        && checksum(request, 0, 2) == request[2]
        && checksum(request, 3, request.length - 1) == request[request.length - 1];
  }

  private static int netFn(byte[] request) {
    return (request[1] & 0xff) >> 2;
  }

  private static byte[] reply(byte[] request, int code, byte[] data) {
    byte[] head = {request[3], (byte) (request[1] + 4), 0};
    head[2] = checksum(head, 0, 2);
    byte[] body = new Bytes().all(request[0], request[4], request[5], code).raw(data).one(0).done();
    body[body.length - 1] = checksum(body, 0, body.length - 1);
    return new Bytes().raw(head).raw(body).done();
  }

  private static byte checksum(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += bytes[i];
    }
    return (byte) -sum;
  }
}
