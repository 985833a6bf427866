package org.novabm.power.redfish;

import java.net.http.HttpClient;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerManagerProvider;

/**
 * Power and boot device by Redfish over TLS, port 443 when none is named. The endpoint's address is
 * the BMC's, or {@code host/ID} where it has several systems. Group {@code [power:redfish]}, see
 * {@link RedfishSettings}.
 *
 * <p>Not done here: secure boot, virtual media, events; BMCs without sessions.
 */
public final class RedfishPowerProvider implements PowerManagerProvider {

  private volatile RedfishSettings settings =
      RedfishSettings.from(BackendSettings.none("power:redfish"));
  private @Nullable HttpClient http;

  /** It has threads of its own, so it comes with the first machine. */
  private synchronized HttpClient client() {
    HttpClient known = http;
    if (known == null) {
      known = client(settings, Trust.context(settings));
      http = known;
    }
    return known;
  }

  private static HttpClient client(RedfishSettings settings, SSLContext trust) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(settings.timeout())
        .sslContext(trust)
        .build();
  }

  @Override
  public String name() {
    return "redfish";
  }

  @Override
  public synchronized void configure(BackendSettings configuration) {
    RedfishSettings next = RedfishSettings.from(configuration);
    // a file that cannot be used is told now, and not with the first machine
    SSLContext trust = next.authorities() == null ? null : Trust.context(next);
    settings = next;
    http = trust == null ? null : client(next, trust);
  }

  /**
   * A manager for one machine. It logs in with the first operation, and out when it is closed.
   *
   * @throws IllegalArgumentException when the address is none
   */
  @Override
  public PowerManager open(Endpoint endpoint) {
    RedfishSettings now = settings;
    SystemPath system = SystemPath.of(endpoint);
    return new RedfishPowerManager(
        new RedfishSession(system.bmc(), client(), now.timeout()), system, now.poll());
  }
}
