package org.novabm.messaging;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.messaging.broker.EmbeddedBroker;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.spi.Secret;

class EmbeddedBrokerServiceTest implements CallContract, DeliveryContract {

  @TempDir static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(0, "nova", Secret.of("p@ss"), folder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Override
  public BrokerSettings broker() {
    return BrokerSettings.of("rabbit://nova:p%40ss@127.0.0.1:" + broker.port() + "/nova", "test");
  }
}
