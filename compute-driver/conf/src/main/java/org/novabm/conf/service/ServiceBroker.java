package org.novabm.conf.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.settings.BrokerAddress;
import org.novabm.conf.settings.Settings;
import org.novabm.messaging.rpc.Backoff;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.messaging.rpc.TransportUrl;
import org.novabm.spi.Endpoint;

/**
 * How programs reach the broker of the service that has the same settings: the configured one, else
 * the one in the service's own process, whose address it leaves in a file.
 */
public final class ServiceBroker {

  private ServiceBroker() {}

  /**
   * How a tool reaches it.
   *
   * @param program its name, as the broker shows it
   * @throws IllegalStateException when it is an embedded one that was never started, or a file of
   *     its TLS settings cannot be used
   */
  public static BrokerSettings of(Settings settings, String program) {
    return at(url(settings), settings, program);
  }

  /**
   * How this address is spoken to.
   *
   * @param program its name, as the broker shows it
   * @throws IllegalStateException when a file of its TLS settings cannot be used
   */
  public static BrokerSettings at(TransportUrl url, Settings settings, String program) {
    Duration heartbeat = settings.messaging().heartbeatTimeoutThreshold();
    return new BrokerSettings(
        url,
        program,
        heartbeat.isZero() ? Duration.ofHours(1) : heartbeat,
        Backoff.STANDARD,
        BrokerTls.of(settings.messaging()));
  }

  /** The configured one; null for one in the service's own process. */
  public static @Nullable TransportUrl configured(Settings settings) {
    List<BrokerAddress> brokers = settings.messaging().brokers();
    if (brokers.isEmpty()) {
      return null;
    }
    List<Endpoint> endpoints =
        brokers.stream()
            .map(b -> new Endpoint(b.host(), b.port(), b.user(), b.password()))
            .toList();
    return new TransportUrl(endpoints, brokers.getFirst().virtualHost(), false);
  }

  /** Where a service leaves the address, password and all, of a broker in its own process. */
  public static Path addressFile(Settings settings) {
    return settings.host().statePath().resolve("broker").resolve("transport_url");
  }

  private static TransportUrl url(Settings settings) {
    TransportUrl configured = configured(settings);
    if (configured != null) {
      return configured;
    }
    Path file = addressFile(settings);
    try {
      return TransportUrl.parse(Files.readString(file).strip());
    } catch (IOException e) {
      throw new IllegalStateException(
          file
              + " cannot be read: nova-compute writes it when it starts its own broker; start it, or name a broker in"
              + " transport_url",
          e);
    }
  }
}
