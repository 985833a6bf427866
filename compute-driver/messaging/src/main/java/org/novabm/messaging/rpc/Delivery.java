package org.novabm.messaging.rpc;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.Map;
import org.novabm.messaging.frames.Content;

/** A message as it came, until it is acknowledged. */
final class Delivery {

  private final Channel channel;
  private final Envelope envelope;
  private final String queue;
  private final AMQP.BasicProperties properties;
  private final Map<String, Object> headers;
  private final Content content;

  /**
   * The channel is the one it came on and must be acknowledged on; the content is ours to close.
   */
  Delivery(
      Channel channel,
      Envelope envelope,
      String queue,
      AMQP.BasicProperties properties,
      Map<String, Object> headers,
      Content content) {
    this.channel = channel;
    this.envelope = envelope;
    this.queue = queue;
    this.properties = properties;
    this.headers = headers;
    this.content = content;
  }

  String queue() {
    return queue;
  }

  String exchange() {
    return envelope.getExchange();
  }

  String routingKey() {
    return envelope.getRoutingKey();
  }

  AMQP.BasicProperties properties() {
    return properties;
  }

  /** As sent. */
  Map<String, Object> headers() {
    return headers;
  }

  Content content() {
    return content;
  }

  /** Whether somebody had it before, which may have been us. */
  boolean redelivered() {
    return envelope.isRedeliver();
  }

  /** Whether it can still be acknowledged; if not, the broker delivers it again. */
  boolean isOpen() {
    return channel.isOpen();
  }

  /** Takes it off the queue. */
  void acknowledge() {
    content.close();
    settle(() -> channel.basicAck(envelope.getDeliveryTag(), false));
  }

  /** Gives it back; the broker delivers it again, marked as redelivered. */
  void giveBack() {
    content.close();
    settle(() -> channel.basicReject(envelope.getDeliveryTag(), true));
  }

  private void settle(Settlement settlement) {
    try {
      settlement.tell();
    } catch (IOException | ShutdownSignalException e) {
      // delivered again on the next connection, and dropped there as a duplicate
      channel.getConnection().abort();
    }
  }

  private interface Settlement {
    void tell() throws IOException;
  }
}
