package org.novabm.messaging;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.messaging.rpc.QueueFlags;

/** A test that needs a broker, whichever. */
interface OnABroker {

  Duration PATIENCE = Duration.ofSeconds(30);

  BrokerSettings broker();

  /** The broker is shared. */
  @BeforeEach
  default void emptyTheQueues() throws Exception {
    Host.started(broker(), QueueFlags.STANDARD).close();
    try (Peer peer = new Peer(broker())) {
      peer.purge(Host.TARGET);
      peer.purge(Host.DEAD_LETTERS);
      peer.purge("notifications.error");
      peer.purge("notifications.info");
    }
  }
}
