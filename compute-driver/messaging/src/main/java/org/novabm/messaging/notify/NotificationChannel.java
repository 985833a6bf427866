package org.novabm.messaging.notify;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.rpc.Attachment;
import org.novabm.messaging.rpc.Patience;
import org.novabm.messaging.rpc.QueueFlags;
import org.novabm.messaging.wire.Envelope;

/**
 * Publishes notifications. It declares and binds their queues, so that none is lost before a
 * listener comes.
 */
final class NotificationChannel implements Attachment {

  private static final long CONFIRM_MILLIS = 10_000;

  private final Patience patience = new Patience();
  private final NotificationSettings settings;
  private final Runnable attached;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Channel channel;

  /** Runs {@code attached} whenever publishing has become possible. */
  NotificationChannel(NotificationSettings settings, Runnable attached) {
    this.settings = settings;
    this.attached = attached;
  }

  @Override
  public void attach(Connection connection) throws IOException {
    if (settings.driver() == NotificationSettings.Driver.NOOP) {
      return;
    }
    Channel fresh = connection.createChannel();
    if (fresh == null) {
      throw new IOException("the broker gives no further channel");
    }
    declare(fresh);
    fresh.confirmSelect();
    channel = fresh;
    attached.run();
  }

  @Override
  public void probe() throws IOException {
    Channel open = channel;
    if (open != null && !open.isOpen()) {
      throw new IOException("the channel for notifications was closed");
    }
    patience.check();
  }

  @Override
  public void detach() {
    channel = null;
  }

  boolean isAttached() {
    return channel != null;
  }

  /**
   * Publishes all, then waits for the broker to have them all.
   *
   * @throws IOException when there is no connection or not all were confirmed; some may have gone
   *     out
   */
  void publish(List<Notification> notifications) throws IOException {
    turn.lock();
    patience.begin();
    try {
      Channel open = channel;
      if (open == null) {
        throw new IOException("there is no connection to the message broker");
      }
      for (Notification notification : notifications) {
        open.basicPublish(
            settings.controlExchange(),
            settings.topic() + "." + notification.priority().word(),
            properties(),
            sealed(notification));
      }
      confirm(open);
    } catch (ShutdownSignalException e) {
      // it does not open again; a connection does
      Channel closed = channel;
      if (closed != null) {
        closed.getConnection().abort();
      }
      throw new IOException("the message broker closed the channel", e);
    } finally {
      patience.end();
      turn.unlock();
    }
  }

  private byte[] sealed(Notification notification) {
    boolean wrapped = settings.driver() == NotificationSettings.Driver.MESSAGINGV2;
    return new Envelope(notification.message(), wrapped).seal();
  }

  private static void confirm(Channel open) throws IOException {
    try {
      if (!open.waitForConfirms(CONFIRM_MILLIS)) {
        throw new IOException("the message broker refused a notification");
      }
    } catch (TimeoutException e) {
      open.getConnection().abort();
      throw new IOException("the message broker did not confirm in 10 s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the message broker to confirm", e);
    }
  }

  private void declare(Channel fresh) throws IOException {
    QueueFlags flags = settings.flags();
    String exchange = settings.controlExchange();
    fresh.exchangeDeclare(exchange, "topic", flags.durably(), flags.autoDelete(), Map.of());
    for (Notification.Priority priority : Notification.Priority.values()) {
      String queue = settings.topic() + "." + priority.word();
      fresh.queueDeclare(queue, flags.durably(), false, flags.autoDelete(), flags.queueArguments());
      fresh.queueBind(queue, exchange, queue);
    }
  }

  private static AMQP.BasicProperties properties() {
    return new AMQP.BasicProperties.Builder()
        .contentType("application/json")
        .contentEncoding("utf-8")
        .deliveryMode(2)
        .priority(0)
        .headers(Map.of())
        .build();
  }
}
