package org.novabm.messaging.rpc;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.frames.GuardedConnections;
import org.novabm.messaging.frames.Inbound;
import org.novabm.spi.Endpoint;

/** Opens connections; each broker of the list is tried in turn. */
final class Connector {

  /** To connect, and then to log in; the library gives up itself. */
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final BrokerSettings settings;
  private final Inbound inbound;
  private final int connectMillis;

  Connector(BrokerSettings settings, Inbound inbound) {
    this(settings, inbound, CONNECT);
  }

  /**
   * With other patience.
   *
   * @param connect to connect, and then to log in; an answer to a declaration and the like may take
   *     twice as long, where the library's own would be ten minutes
   */
  Connector(BrokerSettings settings, Inbound inbound, Duration connect) {
    this.settings = settings;
    this.inbound = inbound;
    this.connectMillis = (int) connect.toMillis();
  }

  /**
   * Connects.
   *
   * @throws IOException when no broker of the list answers, or none lets us in; says why
   */
  Connection connect() throws IOException {
    IOException last = null;
    for (Endpoint broker : settings.url().brokers()) {
      try {
        return factory(broker).newConnection(name());
      } catch (IOException | TimeoutException | GeneralSecurityException e) {
        last = failed(broker, e, last);
      }
    }
    throw last != null ? last : new IOException("no broker is named");
  }

  private ConnectionFactory factory(Endpoint broker) throws NoSuchAlgorithmException {
    ConnectionFactory factory = new GuardedConnections(inbound);
    factory.setHost(broker.address());
    factory.setPort(settings.port(broker));
    factory.setUsername(broker.user());
    factory.setPassword(broker.password().reveal());
    factory.setVirtualHost(settings.url().virtualHost());
    factory.setRequestedHeartbeat((int) settings.heartbeat().toSeconds());
    factory.setConnectionTimeout(connectMillis);
    factory.setHandshakeTimeout(connectMillis);
    // else Qpid inflates what a sender calls gzip, in its own memory and without a bound
    Map<String, Object> properties = new HashMap<>(factory.getClientProperties());
    properties.put("qpid.message_compression_supported", "true");
    factory.setClientProperties(properties);
    factory.setChannelRpcTimeout(2 * connectMillis);
    // BrokerLink connects and declares again; the library would do it once and give up on a refused
    // declaration
    factory.setAutomaticRecoveryEnabled(false);
    factory.setThreadFactory(
        Thread.ofPlatform().daemon().name("amqp-" + settings.program() + "-", 0).factory());
    SSLContext tls = settings.tls();
    if (tls != null || settings.url().tls()) {
      factory.useSslProtocol(tls == null ? SSLContext.getDefault() : tls);
      factory.enableHostnameVerification();
    }
    return factory;
  }

  private String name() {
    return settings.program() + ":" + ProcessHandle.current().pid() + ":" + UUID.randomUUID();
  }

  private IOException failed(Endpoint broker, Exception cause, @Nullable IOException earlier) {
    String reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    IOException failure =
        new IOException(broker.address() + ":" + settings.port(broker) + ": " + reason, cause);
    if (earlier != null) {
      failure.addSuppressed(earlier);
    }
    return failure;
  }
}
