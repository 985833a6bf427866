package org.novabm.power.ipmi;

import java.time.Duration;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.power.AccountControl;
import org.novabm.spi.power.ConsoleAccess;
import org.novabm.spi.power.LastingSession;
import org.novabm.spi.power.SerialLine;

/**
 * What only our own way to a BMC can do: keep sessions, go to the machine's serial line, and change
 * a password, which would stand on a foreign program's command line. Thousands of these are kept,
 * so what is seldom needed is made when it is.
 */
final class LanPowerManager extends IpmiPowerManager
    implements LastingSession, ConsoleAccess, AccountControl {

  private final LanBmc bmc;
  private final Endpoint endpoint;
  private final IpmiSettings settings;
  private final SharedSocket sockets;

  LanPowerManager(
      Endpoint endpoint, IpmiSettings settings, SharedSocket sockets, KeepAlive keepAlive) {
    this(new LanBmc(endpoint, settings, sockets, keepAlive), endpoint, settings, sockets);
  }

  private LanPowerManager(
      LanBmc bmc, Endpoint endpoint, IpmiSettings settings, SharedSocket sockets) {
    super(bmc, settings);
    this.bmc = bmc;
    this.endpoint = endpoint;
    this.settings = settings;
    this.sockets = sockets;
  }

  @Override
  public SerialLine openConsole(Claim claim, Duration within) {
    return new SerialOverLan(endpoint, settings, sockets).open(claim, CommandDeadline.in(within));
  }

  @Override
  public void changePassword(Secret wanted, Duration within) {
    new BmcPassword(bmc, endpoint.user()).change(wanted, CommandDeadline.in(within));
  }
}
