package org.novabm.messaging.rpc;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Publishes one message at a time and waits until the broker has it. One at a time, because a
 * returned message can then only be the one just sent.
 */
public final class ConfirmedChannel implements Attachment {

  /** What became of a message. */
  public enum Outcome {
    /** The broker has it. */
    TAKEN,
    /** No queue is bound for it; only told for mandatory messages. */
    UNROUTABLE
  }

  private static final long CONFIRM_MILLIS = 10_000;
  private static final long RETURN_MILLIS = 1_000;

  private final Patience patience = new Patience();

  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Channel channel;
  private final Semaphore returns = new Semaphore(0);

  @Override
  public void attach(Connection connection) throws IOException {
    Channel fresh = connection.createChannel();
    if (fresh == null) {
      throw new IOException("the broker gives no further channel");
    }
    fresh.confirmSelect();
    fresh.addReturnListener(back -> returns.release());
    channel = fresh;
  }

  @Override
  public void detach() {
    channel = null;
  }

  @Override
  public void probe() throws IOException {
    Channel open = channel;
    if (open == null || !open.isOpen()) {
      throw new IOException("the channel for answers was closed");
    }
    patience.check();
  }

  /**
   * Publishes a message with oslo.messaging's properties.
   *
   * @param exchange empty for the default one, whose keys are queue names
   * @param mandatory whether to be told that no queue takes it
   * @param expiry how long it may wait in a queue; null for ever
   * @throws IOException when there is no connection, or the broker does not confirm
   */
  public Outcome publish(
      String exchange, String key, byte[] body, boolean mandatory, @Nullable Duration expiry)
      throws IOException {
    return publish(exchange, key, body, mandatory, properties(expiry));
  }

  /**
   * Publishes a message with properties of one's own.
   *
   * @throws IOException as above
   */
  Outcome publish(
      String exchange, String key, byte[] body, boolean mandatory, AMQP.BasicProperties properties)
      throws IOException {
    turn.lock();
    patience.begin();
    try {
      Channel open = channel;
      if (open == null) {
        throw new IOException("there is no connection to the message broker");
      }
      returns.drainPermits();
      open.basicPublish(exchange, key, mandatory, properties, body);
      boolean confirmed = confirm(open);
      if (isReturned(mandatory && !confirmed)) {
        return Outcome.UNROUTABLE;
      }
      if (!confirmed) {
        throw new IOException("the message broker refused the message");
      }
      return Outcome.TAKEN;
    } catch (ShutdownSignalException e) {
      // a channel that the broker closed does not open again; a connection does
      abort();
      throw new IOException(Reason.of(e), e);
    } finally {
      patience.end();
      turn.unlock();
    }
  }

  private void abort() {
    Channel open = channel;
    if (open != null) {
      open.getConnection().abort();
    }
  }

  /**
   * RabbitMQ returns a message and then confirms it. Qpid does not confirm what it returns, and may
   * say so before it returns it.
   */
  private boolean isReturned(boolean mayFollow) throws IOException {
    try {
      return returns.tryAcquire()
          || (mayFollow && returns.tryAcquire(RETURN_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(
          "interrupted while waiting for the message broker to return a message", e);
    }
  }

  private static boolean confirm(Channel open) throws IOException {
    try {
      return open.waitForConfirms(CONFIRM_MILLIS);
    } catch (TimeoutException e) {
      // a late confirmation would be taken for the next message's
      open.getConnection().abort();
      throw new IOException("the message broker did not confirm the message in 10 s", e);
    } catch (ShutdownSignalException e) {
      open.getConnection().abort();
      throw new IOException(Reason.of(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      open.getConnection().abort();
      throw new IOException("interrupted while waiting for the message broker to confirm", e);
    }
  }

  private static AMQP.BasicProperties properties(@Nullable Duration expiry) {
    AMQP.BasicProperties.Builder properties =
        new AMQP.BasicProperties.Builder()
            .contentType("application/json")
            .contentEncoding("utf-8")
            .deliveryMode(2)
            .priority(0)
            .headers(Map.of());
    return expiry == null
        ? properties.build()
        : properties.expiration(Long.toString(expiry.toMillis())).build();
  }
}
