package org.novabm.power.ipmi;

import java.time.Duration;
import org.novabm.power.ipmi.wire.Octets;

/** Chassis Identify (IPMI 2.0, section 28.5). */
final class ChassisLight {

  private static final int CHASSIS = 0x00;
  private static final int IDENTIFY = 0x04;
  private static final int LONGEST = 255;
  private static final int UNTIL_SWITCHED_OFF = 1;

  private final IpmiBmc bmc;

  ChassisLight(IpmiBmc bmc) {
    this.bmc = bmc;
  }

  void shine(Duration time, CommandDeadline deadline) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("a light cannot shine for " + time);
    }
    long seconds = time.isZero() ? 0 : Math.max(1, time.toSeconds());
    Octets data = seconds > LONGEST ? Octets.of(0, UNTIL_SWITCHED_OFF) : Octets.of((int) seconds);
    bmc.execute(new IpmiCommand("Chassis Identify", CHASSIS, IDENTIFY, data), deadline);
  }
}
