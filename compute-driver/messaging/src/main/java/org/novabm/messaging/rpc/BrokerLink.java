package org.novabm.messaging.rpc;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection to the broker up: connects, sets up what lives on it, waits for its end, and
 * begins again with growing pauses. One line in the log when it is lost, one when it is back.
 */
public final class BrokerLink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);

  private final BrokerSettings settings;
  private final String purpose;
  private final List<Attachment> attachments;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Connection connection;
  private volatile boolean up;
  private boolean told;

  /**
   * Not yet started.
   *
   * @param purpose what it is for, for the log: "requests"
   * @param attachments set up in this order
   */
  public BrokerLink(BrokerSettings settings, String purpose, List<Attachment> attachments) {
    this.settings = settings;
    this.purpose = purpose;
    this.attachments = List.copyOf(attachments);
  }

  /** Begins to connect, and returns at once. */
  public void start() {
    Thread.ofVirtual().name("broker-link-" + purpose).start(this::run);
  }

  /** Connected, and everything set up. */
  public boolean up() {
    return up;
  }

  /** Ends the connection; unacknowledged messages go back to the broker. */
  @Override
  public void close() {
    closing.countDown();
    abort(connection);
  }

  private void run() {
    int failures = 0;
    while (closing.getCount() > 0) {
      try {
        hold();
        failures = 0;
      } catch (IOException | RuntimeException e) {
        failures++;
        tellRefused(e);
      } finally {
        detach();
      }
      pause(settings.backoff().after(Math.max(1, failures)));
    }
  }

  /** Connects, and returns when the connection has ended. */
  private void hold() throws IOException {
    Connection open = new Connector(settings).connect();
    try {
      CountDownLatch ended = new CountDownLatch(1);
      open.addShutdownListener(cause -> ended.countDown());
      connection = open;
      if (closing.getCount() == 0) {
        return;
      }
      for (Attachment attachment : attachments) {
        attachment.attach(open);
      }
      up = true;
      told = false;
      LOG.info("Connected to the message broker at {} for {}", settings.display(), purpose);
      ended.await();
      tellLost(open.getCloseReason());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      abort(open);
    }
  }

  private void detach() {
    up = false;
    connection = null;
    attachments.forEach(Attachment::detach);
  }

  private void tellLost(@Nullable ShutdownSignalException reason) {
    if (closing.getCount() > 0) {
      told = true;
      LOG.warn(
          "Lost the message broker at {} ({}): {}. Messages wait there; connecting again until it"
              + " is back",
          settings.display(),
          purpose,
          Reason.of(reason));
    }
  }

  private void tellRefused(Exception reason) {
    if (closing.getCount() == 0) {
      return;
    }
    if (told) {
      LOG.debug("Still no message broker for {}: {}", purpose, Reason.of(reason));
      return;
    }
    told = true;
    LOG.warn(
        "No message broker for {}: {}. Trying again until there is one; check transport_url and"
            + " that the broker runs",
        purpose,
        Reason.of(reason));
  }

  private void pause(Duration time) {
    try {
      // comes back at once when the link is closed
      if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("Closed the link for {}", purpose);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void abort(@Nullable Connection open) {
    if (open != null) {
      open.abort(2_000);
    }
  }
}
