package org.novabm.power.redfish;

import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerManagerProvider;

/**
 * Power and boot device by Redfish over TLS, port 443 when none is named. The endpoint's address is
 * the BMC's, or {@code host/ID} where it has several systems. Group {@code [power:redfish]}, see
 * {@link RedfishSettings}.
 *
 * <p>Not done here: sensors, events; BMCs without sessions.
 */
public final class RedfishPowerProvider implements PowerManagerProvider {

  private volatile RedfishSettings settings =
      BackendSettings.none("power:redfish").as(RedfishSettings.class);
  private volatile AnswerLimits limits = limits(settings);
  private @Nullable HttpClient http;

  private static AnswerLimits limits(RedfishSettings settings) {
    return new AnswerLimits(
        settings.longestAnswer(),
        new ByteBudget("answers of BMCs (answers_heap_kib in [power:redfish])", settings.heap()));
  }

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
        // who answers more than there is room for is waited for on these threads
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  @Override
  public String name() {
    return "redfish";
  }

  @Override
  public Class<? extends Record> settings() {
    return RedfishSettings.class;
  }

  @Override
  public synchronized void configure(BackendSettings configuration) {
    RedfishSettings next = configuration.as(RedfishSettings.class);
    // a file that cannot be used is told now, and not with the first machine
    SSLContext trust = next.authorities() == null ? null : Trust.context(next);
    settings = next;
    limits = limits(next);
    http = trust == null ? null : client(next, trust);
  }

  @Override
  public List<MemoryBound> bounds() {
    return List.of(
        new MemoryBound(
            "answers of Redfish BMCs", "[power:redfish] answers_heap_kib", 1, settings.heap()));
  }

  /**
   * A manager for one machine. It logs in with the first operation, and out when it is closed.
   *
   * @throws IllegalArgumentException when the address is none
   */
  @Override
  public PowerManager open(Endpoint endpoint) {
    RedfishSettings now = settings;
    SystemAddress address = SystemAddress.of(endpoint);
    BmcRequests requests = new BmcRequests(address.bmc(), client(), limits, now.timeout());
    RedfishSession session = new RedfishSession(address.bmc(), requests, now.poll());
    return new RedfishPowerManager(
        session, new ComputerSystem(session, address.id()), now.cycleShowsOff());
  }
}
