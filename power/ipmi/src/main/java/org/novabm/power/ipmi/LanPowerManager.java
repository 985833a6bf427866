package org.novabm.power.ipmi;

import java.time.Duration;
import org.novabm.spi.power.ConsoleAccess;
import org.novabm.spi.power.LastingSession;
import org.novabm.spi.power.SerialLine;

/** What only our own way to a BMC can do: keep sessions, and go to the machine's serial line. */
final class LanPowerManager extends IpmiPowerManager implements LastingSession, ConsoleAccess {

  private final SerialOverLan serial;

  LanPowerManager(LanBmc bmc, SerialOverLan serial, IpmiSettings settings) {
    super(bmc, settings);
    this.serial = serial;
  }

  @Override
  public SerialLine openConsole(Claim claim, Duration within) {
    return serial.open(claim, Deadline.in(within));
  }
}
