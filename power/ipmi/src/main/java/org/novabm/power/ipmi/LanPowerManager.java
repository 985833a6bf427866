package org.novabm.power.ipmi;

import java.time.Duration;
import org.novabm.spi.Secret;
import org.novabm.spi.power.AccountControl;
import org.novabm.spi.power.ConsoleAccess;
import org.novabm.spi.power.LastingSession;
import org.novabm.spi.power.SerialLine;

/**
 * What only our own way to a BMC can do: keep sessions, go to the machine's serial line, and change
 * a password, which would stand on a foreign program's command line.
 */
final class LanPowerManager extends IpmiPowerManager
    implements LastingSession, ConsoleAccess, AccountControl {

  private final SerialOverLan serial;
  private final BmcPassword password;

  LanPowerManager(LanBmc bmc, SerialOverLan serial, String user, IpmiSettings settings) {
    super(bmc, settings);
    this.serial = serial;
    this.password = new BmcPassword(bmc, user);
  }

  @Override
  public SerialLine openConsole(Claim claim, Duration within) {
    return serial.open(claim, Deadline.in(within));
  }

  @Override
  public void changePassword(Secret wanted, Duration within) {
    password.change(wanted, Deadline.in(within));
  }
}
