package org.novabm.rack.bmc;

import java.util.Arrays;
import java.util.List;
import org.novabm.rack.bmc.SensorTraits.Body;
import org.novabm.rack.bmc.SensorTraits.End;

/** The sensor repository and its readings (IPMI 2.0, sections 33 and 35.14). */
final class SensorCommands {

  static final int READING_NET_FN = 0x04;
  private static final int STRANGE = 3;
  private static final int LAST = 0xffff;
  private static final int HEAD = 5;
  private static final int WHOLE = 0xff;
  private static final int TIME_OUT = 0xc3;
  private static final int NOT_SO_MANY = 0xca;

  private final SensorTraits traits;
  private final List<SimulatedSensor> sensors = SimulatedSensor.ALL;
  private int reservation;

  SensorCommands(SensorTraits traits) {
    this.traits = traits;
  }

  static boolean knows(int command) {
    return command >= 0x20 && command <= 0x23;
  }

  CommandResponse answer(CommandRequest request) {
    byte[] data = request.data();
    return switch (request.command()) {
      case 0x20 ->
          CommandResponse.of(
              new Bytes().one(0x51).two(sensors.size()).two(0).four(0).four(0).one(2).done());
      case 0x22 -> CommandResponse.of(new Bytes().two(++reservation).done());
      case 0x23 -> data.length == 6 ? part(data) : CommandResponse.WRONG_LENGTH;
      default -> CommandResponse.UNKNOWN_COMMAND;
    };
  }

  /** Get Sensor Reading alone; thresholds and events are not there. */
  CommandResponse read(CommandRequest request) {
    byte[] data = request.data();
    if (request.command() != 0x2d) {
      return CommandResponse.UNKNOWN_COMMAND;
    }
    int number = data.length == 1 ? data[0] & 0xff : 0;
    return number >= 1 && number <= sensors.size()
        ? sensors.get(number - 1).reading()
        : CommandResponse.NOT_PRESENT;
  }

  private CommandResponse part(byte[] data) {
    int number = Math.max(1, (data[2] & 0xff) | (data[3] & 0xff) << 8);
    int from = data[4] & 0xff;
    int count = data[5] & 0xff;
    if (number > sensors.size()) {
      return traits.end() == End.GHOST
          ? CommandResponse.INVALID_FIELD
          : CommandResponse.NOT_PRESENT;
    }
    byte[] record = sensors.get(number - 1).described();
    int end = count == WHOLE ? record.length : from + count;
    if (number == STRANGE && traits.third() == Body.TIMES_OUT) {
      return CommandResponse.refused(TIME_OUT);
    }
    boolean junk = number == STRANGE && traits.third() == Body.JUNK && end > HEAD;
    if (junk || end - from > traits.piece()) {
      return CommandResponse.refused(NOT_SO_MANY);
    }
    return end > record.length
        ? CommandResponse.INVALID_FIELD
        : CommandResponse.of(
            new Bytes().two(next(number)).raw(Arrays.copyOfRange(record, from, end)).done());
  }

  private int next(int number) {
    return number == sensors.size() && traits.end() == End.END ? LAST : number + 1;
  }
}
