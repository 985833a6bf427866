package org.novabm.messaging.rpc;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.Endpoint;

/**
 * Which broker, and how to hold on to it.
 *
 * @param url where it is, and our account
 * @param program first part of the connection's name, as the broker's own tools show it
 * @param heartbeat both ways; 1 second to 1 hour
 * @param backoff between attempts to connect
 * @param tls with which every connection is made, names of hosts checked; null for the Java
 *     runtime's own when the url asks for TLS, else for none
 */
public record BrokerSettings(
    TransportUrl url,
    String program,
    Duration heartbeat,
    Backoff backoff,
    @Nullable SSLContext tls) {

  public BrokerSettings {
    if (heartbeat.toSeconds() < 1 || heartbeat.toSeconds() > 3600) {
      throw new IllegalArgumentException("the heartbeat must be 1 to 3600 seconds");
    }
  }

  /** With oslo.messaging's heartbeat of 60 s. */
  public static BrokerSettings of(String transportUrl, String program) {
    return new BrokerSettings(
        TransportUrl.parse(transportUrl), program, Duration.ofSeconds(60), Backoff.STANDARD, null);
  }

  /** The same with other pauses. */
  public BrokerSettings with(Backoff other) {
    return new BrokerSettings(url, program, heartbeat, other, tls);
  }

  /** The same by TLS. */
  public BrokerSettings with(SSLContext context) {
    return new BrokerSettings(url, program, heartbeat, backoff, context);
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
