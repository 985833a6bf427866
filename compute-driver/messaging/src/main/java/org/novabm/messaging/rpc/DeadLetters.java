package org.novabm.messaging.rpc;

import com.rabbitmq.client.AMQP;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.novabm.messaging.frames.Content;
import org.novabm.messaging.wire.Excerpt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages off their queues that nobody can use, so that they stop nobody else: a copy with
 * the reason goes into a queue of this host, and only then the message is acknowledged. A message
 * that was not let in leaves its size and its headers.
 */
final class DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  /** Headers by which RabbitMQ would send the copy to further queues. */
  private static final Set<String> ROUTING = Set.of("CC", "BCC");

  private static final int EXCERPT = 200;
  private static final int TRIES = 5;

  private final DeadLetterQueue queue;
  private final ConfirmedChannel channel;
  private final InstantSource clock;
  private final Backoff backoff;
  private final FewLines lines;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong count = new AtomicLong();

  DeadLetters(
      DeadLetterQueue queue, ConfirmedChannel channel, InstantSource clock, Backoff backoff) {
    this.queue = queue;
    this.channel = channel;
    this.clock = clock;
    this.backoff = backoff;
    this.lines = new FewLines(clock, 10, Duration.ofMinutes(1));
  }

  /** Messages put there since the start. */
  long count() {
    return count.get();
  }

  /**
   * Puts a copy there and acknowledges the message. Waits for the broker, for some tries; a message
   * it does not take even then is dropped, for it must not keep the others back.
   *
   * @param reason follows "it"; quotes nothing of the message
   */
  void bury(Delivery delivery, String reason) {
    tell(delivery, reason);
    for (int attempt = 1; delivery.isOpen() && closing.getCount() > 0; attempt++) {
      try {
        publish(delivery, reason);
        count.incrementAndGet();
        delivery.acknowledge();
        return;
      } catch (IOException | RuntimeException e) {
        if (attempt == TRIES) {
          LOG.error(
              "dropped a message of {} bytes from queue {}: it {}, and {} does not take it: {}",
              delivery.content().size(),
              delivery.queue(),
              reason,
              queue.name(),
              Reason.of(e));
          delivery.acknowledge();
          return;
        }
        pause(attempt);
      }
    }
    // its channel has ended, so it comes again
    delivery.content().close();
  }

  void close() {
    closing.countDown();
  }

  private void publish(Delivery delivery, String reason) throws IOException {
    byte[] body = body(delivery.content());
    AMQP.BasicProperties properties = properties(delivery, reason);
    if (channel.publish("", queue.name(), body, true, properties)
        == ConfirmedChannel.Outcome.UNROUTABLE) {
      queue.declare();
      throw new IOException("somebody deleted it");
    }
  }

  private static byte[] body(Content content) throws IOException {
    return switch (content) {
      case Content.Refused _ -> new byte[0];
      case Content.Whole readable -> {
        try (InputStream in = readable.open()) {
          yield in.readAllBytes();
        }
      }
    };
  }

  private AMQP.BasicProperties properties(Delivery delivery, String reason) {
    Map<String, Object> headers = new HashMap<>(delivery.headers());
    headers.keySet().removeAll(ROUTING);
    headers.put("x-novabm-reason", "it " + reason);
    headers.put("x-novabm-queue", delivery.queue());
    headers.put("x-novabm-exchange", delivery.exchange());
    headers.put("x-novabm-routing-key", delivery.routingKey());
    headers.put("x-novabm-size", delivery.content().size());
    headers.put("x-novabm-time", Date.from(clock.instant()));
    // the sender's user id would be refused from our account, and its expiry would empty the queue
    return new AMQP.BasicProperties.Builder()
        .contentType(delivery.properties().getContentType())
        .contentEncoding(delivery.properties().getContentEncoding())
        .deliveryMode(2)
        .headers(headers)
        .build();
  }

  private void tell(Delivery delivery, String reason) {
    String began =
        delivery.content() instanceof Content.Whole readable
            ? " It began: " + Excerpt.of(readable.start(EXCERPT + 1))
            : "";
    lines.say(
        hidden ->
            LOG.warn(
                "a message of {} bytes from queue {} goes to queue {}: it {}.{}{}",
                delivery.content().size(),
                delivery.queue(),
                queue.name(),
                reason,
                began,
                hidden == 0 ? "" : " (" + hidden + " more such lines were left out)"));
  }

  private void pause(int attempt) {
    try {
      if (closing.await(backoff.after(attempt).toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("closing; the message stays with the broker");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
