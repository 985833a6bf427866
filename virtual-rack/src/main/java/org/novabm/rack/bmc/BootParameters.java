package org.novabm.rack.bmc;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * System boot options (IPMI 2.0, section 28.12 and 28.13): every parameter is kept as it was
 * written. The boot flags lose their valid bit a minute after they came when no power command
 * followed and parameter 3 does not forbid it.
 */
final class BootParameters {

  private static final int VALID_BIT_CLEARING = 3;
  private static final int FLAGS = 5;
  private static final int LAST = 7;
  private static final int VALID = 0x80;
  private static final int NOT_AFTER_A_MINUTE = 0x08;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final CommandResponse UNSUPPORTED = CommandResponse.refused(0x80);

  private final Chassis chassis;
  private final Map<Integer, byte[]> others = new HashMap<>();
  private long flagsWritten;
  private boolean expiring;

  BootParameters(Chassis chassis) {
    this.chassis = chassis;
  }

  CommandResponse set(byte[] data) {
    if (data.length < 1) {
      return CommandResponse.WRONG_LENGTH;
    }
    int parameter = data[0] & 0x7f;
    byte[] value = Arrays.copyOfRange(data, 1, data.length);
    if (parameter > LAST) {
      return UNSUPPORTED;
    }
    if (parameter != FLAGS) {
      others.put(parameter, value);
      return CommandResponse.DONE;
    }
    if (value.length != 5) {
      return CommandResponse.WRONG_LENGTH;
    }
    chassis.setBootFlags(value);
    flagsWritten = System.nanoTime();
    expiring = (parameter(VALID_BIT_CLEARING)[0] & NOT_AFTER_A_MINUTE) == 0;
    return CommandResponse.DONE;
  }

  CommandResponse get(int parameter) {
    if (parameter > LAST) {
      return UNSUPPORTED;
    }
    byte[] value = parameter == FLAGS ? flags() : parameter(parameter);
    return CommandResponse.of(new Bytes().all(1, parameter).raw(value).done());
  }

  void powerCommandCame() {
    expiring = false;
  }

  private byte[] parameter(int number) {
    return others.getOrDefault(number, new byte[1]);
  }

  private byte[] flags() {
    byte[] flags = chassis.bootFlags();
    if (expiring && System.nanoTime() - flagsWritten > MINUTE) {
      flags[0] = (byte) (flags[0] & ~VALID);
    }
    return flags;
  }
}
