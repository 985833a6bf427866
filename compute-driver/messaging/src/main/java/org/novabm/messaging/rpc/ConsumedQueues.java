package org.novabm.messaging.rpc;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The queues we consume, and whether the broker still thinks so. */
final class ConsumedQueues {

  private record Consumed(Connection connection, List<String> queues) {}

  private volatile @Nullable Consumed now;

  void set(Connection connection, List<String> queues) {
    now = new Consumed(connection, List.copyOf(queues));
  }

  void clear() {
    now = null;
  }

  /**
   * Asks the broker about each queue; changes nothing.
   *
   * @throws IOException when a queue is gone, or has no consumer
   */
  void probe() throws IOException {
    Consumed consumed = now;
    if (consumed == null) {
      throw new IOException("no queue is consumed");
    }
    Channel channel = consumed.connection().createChannel();
    if (channel == null) {
      throw new IOException("the broker gives no further channel");
    }
    for (String queue : consumed.queues()) {
      AMQP.Queue.DeclareOk seen = channel.queueDeclarePassive(queue);
      if (seen.getConsumerCount() == 0) {
        throw new IOException("queue " + queue + " has no consumer at the broker");
      }
    }
    try {
      channel.close();
    } catch (TimeoutException e) {
      throw new IOException("the broker closes no channel", e);
    }
  }
}
