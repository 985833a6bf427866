package org.novabm.power.pinged;

import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.HostName;
import org.novabm.spi.MacAddress;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerManagerProvider;

/**
 * Machines that a magic packet wakes. The endpoint's address is {@code HOST/MAC}: the machine's own
 * address, which is pinged and must be the same whatever it boots, and the card that is woken. A
 * port behind it is the packet's, 9 otherwise. The password is the card's (SecureOn), when it is
 * written as a MAC is; the user is not used. Group {@code [power:wake_on_lan]}, see {@link
 * WakeOnLanSettings}.
 */
public final class WakeOnLanProvider implements PowerManagerProvider {

  private static final int DISCARD = 9;

  private volatile WakeOnLanSettings settings =
      BackendSettings.none("power:wake_on_lan").as(WakeOnLanSettings.class);

  @Override
  public String name() {
    return "wake_on_lan";
  }

  @Override
  public Class<? extends Record> settings() {
    return WakeOnLanSettings.class;
  }

  @Override
  public void configure(BackendSettings configuration) {
    settings = configuration.as(WakeOnLanSettings.class);
  }

  /**
   * A manager for one machine.
   *
   * @throws IllegalArgumentException when the address is not {@code HOST/MAC}
   */
  @Override
  public PowerManager open(Endpoint endpoint) {
    WakeOnLanSettings now = settings;
    String address = endpoint.address();
    int slash = address.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "'" + address + "' is not HOST/MAC, as 10.0.0.7/52-54-00-ac-00-01");
    }
    String host = address.substring(0, slash);
    HostName.require(host);
    MacAddress mac = new MacAddress(address.substring(slash + 1));
    return new WakeOnLan(
        new Ping(now.ping(), host, endpoint.display()),
        mac,
        new MagicPacket(mac, endpoint.password()),
        endpoint.portOr(DISCARD),
        now);
  }
}
