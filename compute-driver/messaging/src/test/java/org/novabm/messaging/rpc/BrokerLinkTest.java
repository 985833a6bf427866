package org.novabm.messaging.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.messaging.broker.EmbeddedBroker;
import org.novabm.messaging.frames.Inbound;
import org.novabm.messaging.frames.InboundLimits;
import org.novabm.spi.Secret;

class BrokerLinkTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PROBE = Duration.ofMillis(100);

  @TempDir static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(0, "nova", Secret.of("x"), InboundLimits.USUAL, folder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void anErrorWhileItIsSetUpDoesNotEndTheLink() {
    Faulty faulty = new Faulty();
    faulty.onAttach.add(new StackOverflowError("deep"));
    try (BrokerLink link = link(faulty)) {
      assertThat(link.trouble()).isEqualTo("nothing keeps the connection for tests");
      link.start();

      await().atMost(PATIENCE).until(() -> link.trouble() == null);
      assertThat(faulty.attached.get()).isEqualTo(2);
    }
  }

  @Test
  void aLinkWhoseBrokerSaysNoConnectsAnew() {
    Faulty faulty = new Faulty();
    try (BrokerLink link = link(faulty)) {
      link.start();
      await().atMost(PATIENCE).until(() -> link.trouble() == null);

      faulty.onProbe.add(new IOException("queue q has no consumer"));

      await().atMost(PATIENCE).until(() -> faulty.attached.get() == 2);
      await().atMost(PATIENCE).until(() -> link.trouble() == null);
    }
  }

  @Test
  void aLinkThatWasClosedIsNotUp() {
    BrokerLink link = link(new Faulty());
    link.start();
    await().atMost(PATIENCE).until(() -> link.trouble() == null);
    link.close();
    await().atMost(PATIENCE).until(() -> link.trouble() != null);
  }

  @Test
  void aQueueWithoutItsConsumerIsSeen() throws Exception {
    Connection connection =
        new Connector(settings(), new Inbound(InboundLimits.answers())).connect();
    try {
      Channel channel = connection.createChannel();
      channel.queueDeclare("watched", false, false, true, Map.of());
      channel.basicConsume("watched", false, "tag", new DefaultConsumer(channel));
      channel.queueDeclare("other", false, false, false, Map.of());
      ConsumedQueues consumed = new ConsumedQueues();
      assertThatThrownBy(consumed::probe).hasMessage("no queue is consumed");

      consumed.set(connection, List.of("watched"));
      consumed.probe();

      consumed.set(connection, List.of("watched", "other"));
      assertThatThrownBy(consumed::probe).hasMessageContaining("queue other has no consumer");
    } finally {
      connection.abort(1_000);
    }
  }

  private static BrokerLink link(Attachment attachment) {
    Connector connector = new Connector(settings(), new Inbound(InboundLimits.answers()));
    return new BrokerLink(settings(), connector, "tests", List.of(attachment), PROBE);
  }

  private static BrokerSettings settings() {
    return BrokerSettings.of("rabbit://nova:x@127.0.0.1:" + broker.port() + "/", "test")
        .with(new Backoff(Duration.ofMillis(20), Duration.ofMillis(100)));
  }

  /** Fails as it is told. */
  private static final class Faulty implements Attachment {

    private final AtomicInteger attached = new AtomicInteger();
    private final Queue<Error> onAttach = new ConcurrentLinkedQueue<>();
    private final Queue<IOException> onProbe = new ConcurrentLinkedQueue<>();

    @Override
    public void attach(Connection connection) {
      attached.incrementAndGet();
      Error error = onAttach.poll();
      if (error != null) {
        throw error;
      }
    }

    @Override
    public void probe() throws IOException {
      IOException failure = onProbe.poll();
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public void detach() {}
  }
}
