package org.novabm.messaging.rpc;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.frames.Inbound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection to the broker up: connects, sets up what lives on it, waits for its end, and
 * begins again with growing pauses. From time to time it asks the broker whether all still works,
 * for a connection that is open may carry nothing. One line in the log when it is lost, one when it
 * is back.
 */
public final class BrokerLink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);

  /** How often the broker is asked; three answers missing, and the link is taken for dead. */
  private static final Duration PROBE = Duration.ofSeconds(10);

  private final Duration probe;
  private final BrokerSettings settings;
  private final Connector connector;
  private final String purpose;
  private final List<Attachment> attachments;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Connection connection;
  private volatile String trouble;
  private volatile long probed;
  private volatile @Nullable Thread thread;
  private boolean told;

  /**
   * Not yet started.
   *
   * @param inbound what the broker may send
   * @param purpose what it is for, for the log: "requests"
   * @param attachments set up in this order
   */
  public BrokerLink(
      BrokerSettings settings, Inbound inbound, String purpose, List<Attachment> attachments) {
    this(settings, new Connector(settings, inbound), purpose, attachments, PROBE);
  }

  BrokerLink(
      BrokerSettings settings,
      Connector connector,
      String purpose,
      List<Attachment> attachments,
      Duration probe) {
    this.probe = probe;
    this.settings = settings;
    this.connector = connector;
    this.purpose = purpose;
    this.attachments = List.copyOf(attachments);
    this.trouble = named("not yet connected");
  }

  private String named(String what) {
    return settings.display() + ": " + what;
  }

  /** Begins to connect, and returns at once. */
  public void start() {
    thread = Thread.ofVirtual().name("broker-link-" + purpose).start(this::run);
  }

  /** What is wrong; null when connected, everything set up, and the broker said so lately. */
  public @Nullable String trouble() {
    Thread runs = thread;
    if (runs == null || !runs.isAlive()) {
      return "nothing keeps the connection for " + purpose;
    }
    if (!trouble.isEmpty()) {
      return purpose + ": " + trouble;
    }
    Duration silence = Duration.ofNanos(System.nanoTime() - probed);
    return silence.compareTo(probe.multipliedBy(3)) < 0
        ? null
        : purpose + ": " + named("no word from the broker for " + silence.toSeconds() + " s");
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
      } catch (Throwable e) {
        // whatever it was, somebody has to go on connecting
        failures++;
        // who does not let us in is named already, being one of several
        trouble = connection == null ? Reason.of(e) : named(Reason.of(e));
        tellRefused();
      } finally {
        detach();
      }
      pause(settings.backoff().after(Math.max(1, failures)));
    }
  }

  /** Connects, and returns when the connection has ended. */
  private void hold() throws IOException {
    Connection open = connector.connect();
    try {
      CountDownLatch ended = new CountDownLatch(1);
      open.addShutdownListener(cause -> ended.countDown());
      connection = open;
      trouble = named("connected, and taking up what was on record");
      if (closing.getCount() == 0) {
        return;
      }
      for (Attachment attachment : attachments) {
        attachment.attach(open);
      }
      probed = System.nanoTime();
      trouble = "";
      told = false;
      LOG.info("connected to the message broker at {} for {}", settings.display(), purpose);
      while (!ended.await(probe.toMillis(), TimeUnit.MILLISECONDS)) {
        probe();
      }
      trouble = named(Reason.of(open.getCloseReason()));
      tellLost(open.getCloseReason());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      abort(open);
    }
  }

  private void probe() throws IOException {
    for (Attachment attachment : attachments) {
      attachment.probe();
    }
    probed = System.nanoTime();
  }

  private void detach() {
    if (trouble.isEmpty()) {
      trouble = named("the connection ended");
    }
    connection = null;
    attachments.forEach(Attachment::detach);
  }

  private void tellLost(@Nullable ShutdownSignalException reason) {
    if (closing.getCount() > 0) {
      told = true;
      LOG.warn(
          "lost the message broker at {} ({}): {}. Messages wait there; connecting again until it"
              + " is back",
          settings.display(),
          purpose,
          Reason.of(reason));
    }
  }

  private void tellRefused() {
    if (closing.getCount() == 0) {
      return;
    }
    if (told) {
      LOG.debug("still no message broker for {}: {}", purpose, trouble);
      return;
    }
    told = true;
    LOG.warn(
        "no message broker for {}: {}. Trying again until there is one; check transport_url and"
            + " that the broker runs",
        purpose,
        trouble);
  }

  private void pause(Duration time) {
    try {
      // comes back at once when the link is closed
      if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("closed the link for {}", purpose);
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
