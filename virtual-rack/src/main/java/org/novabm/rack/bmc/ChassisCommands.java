package org.novabm.rack.bmc;

/** Chassis commands (IPMI 2.0, section 28). */
final class ChassisCommands {

  static final int NET_FN = 0x00;
  private static final int IDENTIFY_SUPPORTED = 0x40;
  private static final int POLICIES = 3;

  private final Chassis chassis;
  private final BootParameters boot;
  private int policy = 2;
  private volatile int identify;

  ChassisCommands(Chassis chassis) {
    this.chassis = chassis;
    this.boot = new BootParameters(chassis);
  }

  String light() {
    return switch (identify) {
      case 0 -> "off";
      case 1 -> "for a while";
      default -> "on";
    };
  }

  CommandResponse answer(CommandRequest request) {
    byte[] data = request.data();
    return switch (request.command()) {
      case 0x00 -> CommandResponse.of(0x01, 0x20, 0x20, 0x20, 0x20, 0x20);
      case 0x01 -> status();
      case 0x02 -> data.length == 1 ? control(data[0] & 0x0f) : CommandResponse.WRONG_LENGTH;
      case 0x04 -> identify(data);
      case 0x06 -> data.length == 1 ? policy(data[0] & 0x07) : CommandResponse.WRONG_LENGTH;
      case 0x08 -> boot.set(data);
      case 0x09 -> data.length == 3 ? boot.get(data[0] & 0x7f) : CommandResponse.WRONG_LENGTH;
      default -> CommandResponse.UNKNOWN_COMMAND;
    };
  }

  private CommandResponse status() {
    int power = (chassis.isOn() ? 1 : 0) | policy << 5;
    return CommandResponse.of(power, 0, IDENTIFY_SUPPORTED | identify << 4);
  }

  private CommandResponse control(int what) {
    boolean needsPower = what == 2 || what == 3;
    if (needsPower && !chassis.isOn()) {
      return CommandResponse.NOT_IN_PRESENT_STATE;
    }
    boot.powerCommandCame();
    switch (what) {
      case 0 -> chassis.powerOff();
      case 1 -> chassis.powerOn();
      case 2 -> {
        chassis.powerOff();
        chassis.powerOn();
      }
      case 3 -> chassis.reset();
      case 5 -> chassis.softOff();
      default -> {
        return CommandResponse.INVALID_FIELD;
      }
    }
    return CommandResponse.DONE;
  }

  /** Without data for 15 seconds; they are not counted here, the state tells what was asked. */
  private CommandResponse identify(byte[] data) {
    boolean forever = data.length == 2 && (data[1] & 1) == 1;
    identify = forever ? 2 : data.length > 0 && data[0] == 0 ? 0 : 1;
    return CommandResponse.DONE;
  }

  private CommandResponse policy(int wanted) {
    if (wanted < POLICIES) {
      policy = wanted;
    }
    return wanted <= POLICIES
        ? CommandResponse.of((1 << POLICIES) - 1)
        : CommandResponse.INVALID_FIELD;
  }
}
