package org.novabm.messaging.rpc;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of a host's messages that nobody could use. Its name begins with no topic of
 * oslo.messaging's, so that no host name, however chosen, makes another queue of the same name.
 */
final class DeadLetterQueue implements Attachment {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterQueue.class);

  /** The oldest go first. RabbitMQ reads the words with x-, Qpid the others. */
  private static final Map<String, Object> BOUNDS =
      Map.of(
          "x-max-length",
          1000,
          "x-max-length-bytes",
          16 << 20,
          "x-overflow",
          "drop-head",
          "qpid.max_count",
          1000,
          "qpid.max_size",
          16 << 20,
          "qpid.policy_type",
          "ring");

  private final String name;
  private volatile @Nullable Connection connection;

  DeadLetterQueue(RpcSettings settings) {
    this.name = "novabm.dead-letter." + settings.topic() + "." + settings.host();
  }

  String name() {
    return name;
  }

  @Override
  public void attach(Connection fresh) throws IOException {
    connection = fresh;
    declare();
  }

  @Override
  public void detach() {
    connection = null;
  }

  /**
   * Declares it, also after somebody deleted it. One of other bounds is left as it is.
   *
   * @throws IOException when there is no connection
   */
  void declare() throws IOException {
    Connection open = connection;
    Channel channel = open == null ? null : open.createChannel();
    if (channel == null) {
      throw new IOException("there is no connection to the message broker");
    }
    try {
      channel.queueDeclare(name, true, false, false, BOUNDS);
      channel.close();
    } catch (IOException e) {
      if (!refused(e)) {
        throw e;
      }
      LOG.warn("the queue {} is not declared as configured: {}", name, Reason.of(e));
    } catch (TimeoutException e) {
      throw new IOException("the message broker closes no channel", e);
    }
  }

  private static boolean refused(IOException failure) {
    return failure.getCause() instanceof ShutdownSignalException signal
        && !signal.isHardError()
        && signal.getReason() instanceof AMQP.Channel.Close;
  }
}
