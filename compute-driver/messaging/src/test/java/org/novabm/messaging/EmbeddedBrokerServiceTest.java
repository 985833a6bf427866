package org.novabm.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.messaging.broker.EmbeddedBroker;
import org.novabm.messaging.frames.InboundLimits;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.messaging.rpc.QueueFlags;
import org.novabm.spi.Secret;

class EmbeddedBrokerServiceTest implements CallContract, DeliveryContract {

  @TempDir static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(0, "nova", Secret.of("p@ss"), InboundLimits.USUAL, folder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Override
  public BrokerSettings broker() {
    return BrokerSettings.of("rabbit://nova:p%40ss@127.0.0.1:" + broker.port() + "/nova", "test");
  }

  @Test
  void aMessageLongerThanTheBoundIsNotTakenFromItsSender() throws Exception {
    UUID instance = UUID.randomUUID();
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer bad = new Peer(broker());
        Peer good = new Peer(broker())) {
      bad.send("application/json", new byte[InboundLimits.USUAL + 1]);
      await().atMost(PATIENCE).until(bad::closed);
      good.send(Messages.spawn(instance));

      await().atMost(PATIENCE).until(() -> !host.driver.asked.isEmpty());
      assertThat(host.driver.asked).containsExactly("spawn " + instance);
      assertThat(host.connected()).isTrue();
    }
  }

  @Test
  void aBodyThatWouldInflateIsNotInflated() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[64 << 20]);
    }
    AMQP.BasicProperties properties =
        new AMQP.BasicProperties.Builder()
            .contentType("application/json")
            .contentEncoding("gzip")
            .build();
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      peer.send(properties, packed.toByteArray());
      await().atMost(PATIENCE).until(() -> host.deadLetters() == 1);
      peer.send(Messages.spawn(UUID.randomUUID()));
      await().atMost(PATIENCE).until(() -> host.driver.asked.size() == 1);
    }
    try (Peer peer = new Peer(broker(), Map.of("qpid.message_compression_supported", "true"))) {
      assertThat(peer.next(Host.DEAD_LETTERS).getProps().getHeaders())
          .containsEntry("x-novabm-size", (long) packed.size());
    }
  }
}
