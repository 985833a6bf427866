package org.novabm.messaging.rpc;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The exchanges and queues of a server, declared in oslo.messaging's order and with its flags. */
final class Topology {

  private final RpcSettings settings;
  private final String fanoutQueue;

  Topology(RpcSettings settings) {
    this.settings = settings;
    // the same one after a reconnect: what was sent to it meanwhile is still there
    this.fanoutQueue =
        settings.topic() + "_fanout_" + UUID.randomUUID().toString().replace("-", "");
  }

  /**
   * Declares everything.
   *
   * @return the queues to consume
   */
  List<String> declare(Channel channel) throws IOException {
    QueueFlags flags = settings.flags();
    String topic = settings.topic();
    String ofHost = topic + "." + settings.host();
    String exchange = settings.controlExchange();
    channel.exchangeDeclare(exchange, "topic", flags.durably(), flags.autoDelete(), Map.of());
    for (String queue : List.of(topic, ofHost)) {
      channel.queueDeclare(
          queue, flags.durably(), false, flags.autoDelete(), flags.queueArguments());
      channel.queueBind(queue, exchange, queue);
    }
    channel.exchangeDeclare(topic + "_fanout", "fanout", false, true, Map.of());
    channel.queueDeclare(fanoutQueue, false, false, false, flags.transientArguments());
    channel.queueBind(fanoutQueue, topic + "_fanout", topic);
    return List.of(topic, ofHost, fanoutQueue);
  }
}
