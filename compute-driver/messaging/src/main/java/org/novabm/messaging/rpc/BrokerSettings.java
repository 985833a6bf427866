package org.novabm.messaging.rpc;

import java.time.Duration;
import org.novabm.spi.Endpoint;

/**
 * Which broker, and how to hold on to it.
 *
 * @param url where it is, and our account
 * @param program first part of the connection's name, as the broker's own tools show it
 * @param heartbeat both ways; 1 second to 1 hour
 * @param backoff between attempts to connect
 */
public record BrokerSettings(
    TransportUrl url, String program, Duration heartbeat, Backoff backoff) {

  public BrokerSettings {
    if (heartbeat.toSeconds() < 1 || heartbeat.toSeconds() > 3600) {
      throw new IllegalArgumentException("the heartbeat is to be 1 to 3600 seconds");
    }
  }

  /** With oslo.messaging's heartbeat of 60 s. */
  public static BrokerSettings of(String transportUrl, String program) {
    return new BrokerSettings(
        TransportUrl.parse(transportUrl), program, Duration.ofSeconds(60), Backoff.STANDARD);
  }

  /** The same with other pauses. */
  public BrokerSettings with(Backoff other) {
    return new BrokerSettings(url, program, heartbeat, other);
  }

  /** For messages: the addresses, without accounts. */
  String display() {
    return String.join(
        ", ", url.brokers().stream().map(broker -> broker.address() + ":" + port(broker)).toList());
  }

  int port(Endpoint broker) {
    return broker.portOr(url.tls() ? 5671 : 5672);
  }
}
