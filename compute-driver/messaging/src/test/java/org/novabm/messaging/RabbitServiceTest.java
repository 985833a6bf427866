package org.novabm.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.GetResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.messaging.frames.InboundLimits;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.messaging.rpc.QueueFlags;

@Tag("rabbitmq")
class RabbitServiceTest implements CallContract, DeliveryContract {

  @TempDir static Path folder;
  private static PrivateRabbit rabbit;

  @BeforeAll
  static void start() {
    rabbit = PrivateRabbit.start(folder);
  }

  @AfterAll
  static void stop() {
    if (rabbit != null) {
      rabbit.close();
    }
  }

  @Override
  public BrokerSettings broker() {
    return rabbit.settings();
  }

  @Test
  void declaresAgainWhatSomebodyDeletes() throws Exception {
    try (Host host = Host.started(broker(), QueueFlags.STANDARD);
        Peer peer = new Peer(broker())) {
      peer.deleteQueue(Host.TARGET);

      // until it is there again, messages to it are lost
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                peer.send(Messages.spawn(UUID.randomUUID()));
                return !host.driver.asked.isEmpty();
              });
    }
  }

  @Test
  void aServiceThatMeetsAMessageOfAHundredMegabytesFirstGoesOn() throws Exception {
    UUID instance = UUID.randomUUID();
    int size = 100 << 20;
    try (Peer peer = new Peer(broker())) {
      peer.send("application/json", new byte[size], Map.of("sender", "x"));
      peer.send("application/json", new byte[9 << 20]);
      peer.send(Messages.spawn(instance));
      await().atMost(PATIENCE).until(() -> peer.ready(Host.TARGET) == 3);

      try (Host host = Host.started(broker(), QueueFlags.STANDARD)) {
        await().atMost(PATIENCE).until(() -> !host.driver.asked.isEmpty());
        assertThat(host.driver.asked).containsExactly("spawn " + instance);
        GetResponse dead = peer.next(Host.DEAD_LETTERS);
        assertThat(dead.getBody()).isEmpty();
        assertThat(dead.getProps().getHeaders().toString())
            .contains(
                "is longer than " + InboundLimits.USUAL + " bytes",
                "x-novabm-size=" + size,
                "sender=x");
        await().atMost(PATIENCE).until(() -> host.deadLetters() == 2);
        await().atMost(PATIENCE).until(() -> peer.ready(Host.TARGET) == 0);
        assertThat(host.connected()).isTrue();
      }
    }
  }
}
