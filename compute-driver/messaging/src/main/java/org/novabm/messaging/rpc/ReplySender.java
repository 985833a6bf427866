package org.novabm.messaging.rpc;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.novabm.messaging.wire.Envelope;
import org.novabm.messaging.wire.Reply;
import org.novabm.messaging.wire.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends answers to reply queues. A queue that is missing may only be reconnecting: it is tried
 * again for a while, on a thread of its own so that nobody else waits, and then taken for dead.
 */
public final class ReplySender implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReplySender.class);

  /** How many answers may wait for their callers' queues at a time. */
  private static final int WAITING = 200;

  private final ConfirmedChannel channel;
  private final InstantSource clock;
  private final Duration retry;
  private final Duration patience;
  private final DeadQueues dead;
  private final Semaphore waiting = new Semaphore(WAITING);
  private final Semaphore bytes = new Semaphore(MessageBounds.ANSWERS_WAITING);
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * A sender.
   *
   * @param retry pause before a missing queue is tried again; oslo.messaging has 250 ms
   * @param patience after which the queue is taken for dead; oslo.messaging has 60 s
   */
  public ReplySender(
      ConfirmedChannel channel, InstantSource clock, Duration retry, Duration patience) {
    this.channel = channel;
    this.clock = clock;
    this.retry = retry;
    this.patience = patience;
    this.dead = new DeadQueues(clock);
  }

  /**
   * Sends the messages of one answer in order; never throws, and waits at most for the broker's
   * confirmation.
   */
  void send(Request call, List<Reply> answer) {
    List<byte[]> sealed = sealed(call, answer);
    int sent = sendFrom(call.method(), call.replyKey(), sealed, 0);
    if (sent == sealed.size() || dead.contains(call.replyKey())) {
      return;
    }
    int size = sealed.stream().mapToInt(message -> message.length).sum();
    if (!waiting.tryAcquire()) {
      tellDropped(call);
    } else if (!bytes.tryAcquire(size)) {
      waiting.release();
      tellDropped(call);
    } else {
      String method = call.method();
      String key = call.replyKey();
      Thread.ofVirtual().name("reply-" + key).start(() -> persist(method, key, sealed, sent, size));
    }
  }

  private static void tellDropped(Request call) {
    LOG.warn("dropped the answer to {}: too many answers wait for their callers", call.method());
  }

  private static List<byte[]> sealed(Request call, List<Reply> answer) {
    return answer.stream()
        .map(reply -> new Envelope(reply.message(), call.wrapped()).seal())
        .toList();
  }

  /** Sends a sign of life; false when nobody is there to see it. */
  boolean keepAlive(Request call) {
    List<byte[]> sign = sealed(call, List.of(Reply.keepAlive(call)));
    return sendFrom(call.method(), call.replyKey(), sign, 0) == sign.size();
  }

  @Override
  public void close() {
    closing.countDown();
  }

  private void persist(String method, String key, List<byte[]> answer, int from, int size) {
    Instant end = clock.instant().plus(patience);
    int sent = from;
    try {
      while (sent < answer.size() && clock.instant().isBefore(end)) {
        if (closing.await(retry.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        sent = sendFrom(method, key, answer, sent);
      }
      if (sent < answer.size()) {
        dead.add(key);
        LOG.warn(
            "nobody took the answer to {}: its reply queue {} is gone", method, Printable.of(key));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      bytes.release(size);
      waiting.release();
    }
  }

  /** Returns the number of the first message that did not go out. */
  private int sendFrom(String method, String key, List<byte[]> answer, int from) {
    if (dead.contains(key)) {
      return from;
    }
    for (int i = from; i < answer.size(); i++) {
      try {
        if (channel.publish("", key, answer.get(i), true, (Duration) null)
            == ConfirmedChannel.Outcome.UNROUTABLE) {
          LOG.debug("there is no queue {} for the answer to {}", key, method);
          return i;
        }
      } catch (IOException | RuntimeException e) {
        LOG.debug("an answer to {} did not go out: {}", method, Reason.of(e));
        return i;
      }
    }
    return answer.size();
  }
}
