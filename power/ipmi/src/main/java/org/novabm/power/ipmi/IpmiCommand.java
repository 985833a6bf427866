package org.novabm.power.ipmi;

import org.novabm.power.ipmi.wire.BootFlags;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.power.ipmi.wire.Privilege;

/**
 * The commands this product sends (IPMI 2.0, appendix G).
 *
 * @param name as the specification has it, for messages
 */
record IpmiCommand(String name, int netFn, int number, Octets data) {

  private static final int CHASSIS = 0x00;
  private static final int APPLICATION = 0x06;

  private static final int SERIAL_OVER_LAN = 1;
  private static final int FIRST_INSTANCE = 1;

  /** Encrypted and authenticated (table 24-2). */
  private static final int SEALED = 0xC0;

  /** Alerts that need the same serial port wait. */
  private static final int DEFER_ALERTS = 0x04;

  private static final int BOOT_FLAG_CLEARING = 3;
  private static final int NOT_AFTER_60_SECONDS = 0x08;

  /** What is asked of Chassis Control (table 28-4). */
  enum Control {
    POWER_DOWN(0),
    POWER_UP(1),
    POWER_CYCLE(2),
    HARD_RESET(3),
    SOFT_SHUTDOWN(5);

    private final int code;

    Control(int code) {
      this.code = code;
    }
  }

  static IpmiCommand getDeviceId() {
    return new IpmiCommand("Get Device ID", APPLICATION, 0x01, Octets.EMPTY);
  }

  static IpmiCommand setPrivilege(Privilege privilege) {
    return new IpmiCommand(
        "Set Session Privilege Level to " + privilege,
        APPLICATION,
        0x3B,
        Octets.of(privilege.code()));
  }

  static IpmiCommand closeSession(int id) {
    return new IpmiCommand(
        "Close Session", APPLICATION, 0x3C, Octets.of(id, id >> 8, id >> 16, id >> 24));
  }

  static IpmiCommand activateSerialLine() {
    return new IpmiCommand(
        "Activate Payload (serial over LAN)",
        APPLICATION,
        0x48,
        Octets.of(SERIAL_OVER_LAN, FIRST_INSTANCE, SEALED | DEFER_ALERTS, 0, 0, 0));
  }

  static IpmiCommand deactivateSerialLine() {
    return new IpmiCommand(
        "Deactivate Payload (serial over LAN)",
        APPLICATION,
        0x49,
        Octets.of(SERIAL_OVER_LAN, FIRST_INSTANCE, 0, 0, 0, 0));
  }

  static IpmiCommand getChassisStatus() {
    return new IpmiCommand("Get Chassis Status", CHASSIS, 0x01, Octets.EMPTY);
  }

  static IpmiCommand control(Control control) {
    return new IpmiCommand("Chassis Control " + control, CHASSIS, 0x02, Octets.of(control.code));
  }

  /** Parameter 3: a boot device stays valid although no power command follows within a minute. */
  static IpmiCommand keepBootFlags() {
    return new IpmiCommand(
        "Set System Boot Options 3",
        CHASSIS,
        0x08,
        Octets.of(BOOT_FLAG_CLEARING, NOT_AFTER_60_SECONDS));
  }

  static IpmiCommand setBootFlags(BootFlags flags) {
    return new IpmiCommand("Set System Boot Options 5", CHASSIS, 0x08, flags.encode());
  }

  static IpmiCommand getBootFlags() {
    return new IpmiCommand(
        "Get System Boot Options 5", CHASSIS, 0x09, Octets.of(BootFlags.PARAMETER, 0, 0));
  }
}
