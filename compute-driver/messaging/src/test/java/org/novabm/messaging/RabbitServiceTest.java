package org.novabm.messaging;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
