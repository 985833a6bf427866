package org.novabm.bench;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novabm.messaging.rpc.TransportUrl;
import org.novabm.spi.Endpoint;

/** Counts the notifications of a service by their event. */
final class EventCounter implements AutoCloseable {

  private static final Pattern EVENT = Pattern.compile("event_type\\\\?\":\\s*\\\\?\"([a-z_.]+)");
  private static final int LONGEST_SECONDS = 600;

  private final Connection connection;
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

  private EventCounter(Connection connection) {
    this.connection = connection;
  }

  static EventCounter listen(TransportUrl url) throws IOException {
    Endpoint broker = url.brokers().getFirst();
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(broker.address());
    factory.setPort(broker.portOr(5672));
    factory.setUsername(broker.user());
    factory.setPassword(broker.password().reveal());
    factory.setVirtualHost(url.virtualHost());
    try {
      EventCounter counter = new EventCounter(factory.newConnection("novabm-bench-events"));
      counter.consume("notifications.info");
      counter.consume("notifications.error");
      return counter;
    } catch (TimeoutException e) {
      throw new IOException("the broker does not answer", e);
    }
  }

  void await(String event, int wanted) throws IOException, InterruptedException {
    AtomicInteger count = count(event);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (count.get() < wanted) {
      if (System.nanoTime() > end) {
        throw new IOException(
            "only %d of %d %s came; counted %s".formatted(count.get(), wanted, event, counts));
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  @Override
  public void close() {
    connection.abort(2_000);
  }

  private void consume(String queue) throws IOException {
    Channel channel = connection.createChannel();
    channel.exchangeDeclare("nova", "topic", false);
    channel.queueDeclare(queue, false, false, false, Map.of());
    channel.queueBind(queue, "nova", queue);
    channel.basicConsume(queue, true, (tag, delivery) -> take(delivery.getBody()), tag -> {});
  }

  private void take(byte[] body) {
    Matcher event = EVENT.matcher(new String(body, StandardCharsets.UTF_8));
    if (event.find()) {
      count(event.group(1)).incrementAndGet();
    }
  }

  private AtomicInteger count(String event) {
    return counts.computeIfAbsent(event, name -> new AtomicInteger());
  }
}
