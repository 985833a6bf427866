package org.novabm.power.pinged;

import java.util.Set;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.HostName;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerManagerProvider;

/**
 * The outlets of the old driver's Tilera boards: a program of the operator's, called with the
 * unit's address and a mode, switches; the endpoint's address is the board's own and is pinged.
 * Account and password are not used. Group {@code [power:tilera_pdu]}, see {@link
 * TileraPduSettings}.
 *
 * <p>The program is not told which outlet, so a unit has one machine, as it always was.
 */
public final class TileraPduProvider implements PowerManagerProvider {

  private volatile TileraPduSettings settings =
      BackendSettings.none("power:tilera_pdu").as(TileraPduSettings.class);

  @Override
  public String name() {
    return "tilera_pdu";
  }

  @Override
  public Class<? extends Record> settings() {
    return TileraPduSettings.class;
  }

  @Override
  public Set<String> aliases() {
    return Set.of("nova.virt.baremetal.tilera_pdu.Pdu");
  }

  @Override
  public void configure(BackendSettings configuration) {
    settings = configuration.as(TileraPduSettings.class);
  }

  /**
   * A manager for one machine.
   *
   * @throws IllegalArgumentException when the address could be an option of ping
   */
  @Override
  public PowerManager open(Endpoint endpoint) {
    TileraPduSettings now = settings;
    HostName.require(endpoint.address());
    return new TileraPdu(new Ping(now.ping(), endpoint.address(), endpoint.display()), now);
  }
}
