package org.novabm.messaging;

import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.messaging.wire.Envelope;
import org.novabm.spi.Endpoint;
import tools.jackson.databind.node.ObjectNode;

/** A plain AMQP client that sends what it likes. */
public final class Peer implements AutoCloseable {

  private final Connection connection;
  private final Channel channel;

  public Peer(BrokerSettings broker) throws Exception {
    this(broker, Map.of());
  }

  /** One that says more of itself. */
  public Peer(BrokerSettings broker, Map<String, Object> clientProperties) throws Exception {
    Endpoint first = broker.url().brokers().getFirst();
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(first.address());
    factory.setPort(first.port());
    factory.setUsername(first.user());
    factory.setPassword(first.password().reveal());
    factory.setVirtualHost(broker.url().virtualHost());
    Map<String, Object> properties = new HashMap<>(factory.getClientProperties());
    properties.putAll(clientProperties);
    factory.setClientProperties(properties);
    connection = factory.newConnection("peer");
    channel = connection.createChannel();
  }

  public void send(ObjectNode message) throws Exception {
    send("application/json", new Envelope(message, true).seal());
  }

  public void send(String contentType, byte[] body) throws Exception {
    send(contentType, body, Map.of());
  }

  public void send(String contentType, byte[] body, Map<String, Object> headers) throws Exception {
    AMQP.BasicProperties properties =
        new AMQP.BasicProperties.Builder()
            .contentType(contentType)
            .contentEncoding("utf-8")
            .deliveryMode(2)
            .headers(headers)
            .build();
    send(properties, body);
  }

  public void send(AMQP.BasicProperties properties, byte[] body) throws Exception {
    channel.basicPublish("nova", Host.TARGET, properties, body);
  }

  public void declareReplyQueue(String name) throws Exception {
    channel.queueDeclare(name, false, true, true, null);
  }

  /** Whether the broker has ended the connection. */
  public boolean closed() {
    return !connection.isOpen() || !channel.isOpen();
  }

  /** The next message's body. */
  public byte[] receive(String queue) {
    return next(queue).getBody();
  }

  /** The next message. */
  public GetResponse next(String queue) {
    AtomicReference<GetResponse> got = new AtomicReference<>();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              got.set(channel.basicGet(queue, true));
              return got.get() != null;
            });
    return got.get();
  }

  /** Messages ready in a queue. */
  public long ready(String queue) throws Exception {
    return channel.messageCount(queue);
  }

  public void purge(String queue) throws Exception {
    channel.queuePurge(queue);
  }

  public void deleteQueue(String queue) throws Exception {
    channel.queueDelete(queue);
  }

  @Override
  public void close() {
    connection.abort(1000);
  }
}
