package org.novabm.power.ipmi;

import java.util.Set;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.HostName;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerManagerProvider;

/**
 * Power by IPMI 2.0 (RMCP+, cipher suites 3 and 17). All managers share one UDP socket and one
 * receiving thread; both come with the first session. Sessions are kept open until the manager is
 * closed. Group {@code [power:ipmi]}, see {@link IpmiSettings}.
 */
public final class IpmiPowerProvider implements PowerManagerProvider, AutoCloseable {

  private final SharedSocket sockets = new SharedSocket();
  private final KeepAlive keepAlive = new KeepAlive();
  private volatile IpmiSettings settings =
      BackendSettings.none("power:ipmi").as(IpmiSettings.class);

  @Override
  public String name() {
    return "ipmi";
  }

  @Override
  public Class<? extends Record> settings() {
    return IpmiSettings.class;
  }

  @Override
  public Set<String> aliases() {
    return Set.of("nova.virt.baremetal.ipmi.IPMI", "ipmi.IPMI");
  }

  @Override
  public void configure(BackendSettings backendSettings) {
    settings = backendSettings.as(IpmiSettings.class);
  }

  /**
   * A manager for one BMC. It logs in with the first operation and keeps the session until it is
   * closed.
   *
   * @throws IllegalArgumentException when the address is not that of one host, the user name has
   *     more than 16 bytes or the password more than 20
   */
  @Override
  public PowerManager open(Endpoint endpoint) {
    HostName.require(endpoint.address());
    IpmiSettings now = settings.forBmc(endpoint.address());
    return new LanPowerManager(endpoint, now, sockets, keepAlive);
  }

  /** BMCs that are used in another cipher suite than the best. */
  SuiteFallbacks fallbacks() {
    return sockets.fallbacks();
  }

  /** How many packets went and came, and which were thrown away. */
  public PacketCounts packets() {
    return sockets.counts();
  }

  /** Closes the socket. Managers that are still open open it again when they are used. */
  @Override
  public void close() {
    keepAlive.close();
    sockets.close();
  }
}
