package org.novabm.messaging.rpc;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A message as it came, until it is acknowledged. */
final class Delivery {

  private final Channel channel;
  private final long tag;
  private final boolean redelivered;
  private final String queue;
  private final @Nullable String contentType;
  private final byte[] body;

  /** The channel is the one it came on and must be acknowledged on; the body is never changed. */
  Delivery(
      Channel channel, Envelope envelope, String queue, @Nullable String contentType, byte[] body) {
    this.channel = channel;
    this.tag = envelope.getDeliveryTag();
    this.redelivered = envelope.isRedeliver();
    this.queue = queue;
    this.contentType = contentType;
    this.body = body;
  }

  String queue() {
    return queue;
  }

  @Nullable String contentType() {
    return contentType;
  }

  byte[] body() {
    return body;
  }

  /** Whether it can still be acknowledged; if not, the broker delivers it again. */
  boolean isOpen() {
    return channel.isOpen();
  }

  /** Takes it off the queue. */
  void acknowledge() {
    try {
      channel.basicAck(tag, false);
    } catch (IOException | ShutdownSignalException e) {
      // delivered again on the next connection, and dropped there as a duplicate
      channel.getConnection().abort();
    }
  }

  /**
   * Throws it away: rejected, so that a dead letter policy sees it. Qpid gives a rejected message
   * again; then it is acknowledged.
   */
  void reject() {
    if (redelivered) {
      acknowledge();
      return;
    }
    try {
      channel.basicReject(tag, false);
    } catch (IOException | ShutdownSignalException e) {
      // delivered again on the next connection
      channel.getConnection().abort();
    }
  }
}
