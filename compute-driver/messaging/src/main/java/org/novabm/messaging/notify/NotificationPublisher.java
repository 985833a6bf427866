package org.novabm.messaging.notify;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceStore;
import org.novabm.instance.RequestContext;
import org.novabm.journal.Notice;
import org.novabm.journal.Outbox;
import org.novabm.messaging.compute.RefusedRequests;
import org.novabm.messaging.rpc.Attachment;
import org.novabm.messaging.wire.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox: each notice is marked as sent once the broker has confirmed it, so none is
 * lost, and one may come twice (with the same ids) after a crash.
 */
public final class NotificationPublisher implements RefusedRequests, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NotificationPublisher.class);
  private static final int BATCH = 100;

  private final NotificationSettings settings;
  private final Outbox outbox;
  private final InstanceStore instances;
  private final NodeUuids nodes;
  private final InstantSource clock;
  private final LegacyPayload payloads;
  private final NotificationChannel channel;
  private final Semaphore woken = new Semaphore(0);
  private volatile boolean closed;
  private boolean failing;

  public NotificationPublisher(
      NotificationSettings settings,
      Outbox outbox,
      InstanceStore instances,
      NodeUuids nodes,
      InstantSource clock) {
    this.settings = settings;
    this.outbox = outbox;
    this.instances = instances;
    this.nodes = nodes;
    this.clock = clock;
    this.payloads = new LegacyPayload(settings);
    this.channel = new NotificationChannel(settings, this::wake);
  }

  /** What is to live on the connection it publishes by. */
  public Attachment attachment() {
    return channel;
  }

  /** Begins to look at the outbox. */
  public void start() {
    Thread.ofVirtual().name("notifications").start(this::run);
  }

  /** There is something new in the outbox; cheap, may be called by anybody at any time. */
  public void wake() {
    woken.release();
  }

  @Override
  public void close() {
    closed = true;
    wake();
  }

  /**
   * Publishes {@code compute.instance.create.error} or {@code .rebuild.error} for a request that
   * became no task; lost if the broker is away. What a refused rebuild leaves the instance as is
   * not said: it is as it was.
   */
  @Override
  public void refused(String doing, UUID instance, String reason, RequestContext context) {
    if (settings.driver() == NotificationSettings.Driver.NOOP) {
      return;
    }
    var payload =
        Json.object()
            .put("tenant_id", context.project())
            .put("user_id", context.user())
            .put("instance_id", instance.toString())
            .put("host", settings.host())
            .put("state", doing.equals("create") ? "error" : "")
            .put("state_description", "")
            .put("exception", reason)
            .put("message", reason)
            .put("code", 400);
    Notification notification =
        new Notification(
            UUID.randomUUID().toString(),
            settings.publisher(),
            "compute.instance." + doing + ".error",
            Notification.Priority.ERROR,
            payload,
            context,
            clock.instant());
    try {
      channel.publish(List.of(notification));
    } catch (IOException e) {
      LOG.warn(
          "the {} of instance {} was refused ({}), and the notification about it failed: {}",
          doing,
          instance,
          reason,
          e.getMessage());
    }
  }

  private void run() {
    while (!closed) {
      try {
        drain();
        failing = false;
      } catch (Throwable e) {
        // whatever it was, the notices wait for the next look
        tell(e);
      }
      await();
    }
  }

  private void await() {
    try {
      if (woken.tryAcquire(settings.look().toMillis(), TimeUnit.MILLISECONDS)) {
        woken.drainPermits();
      }
    } catch (InterruptedException e) {
      closed = true;
      Thread.currentThread().interrupt();
    }
  }

  private void drain() throws IOException {
    boolean silent = settings.driver() == NotificationSettings.Driver.NOOP;
    while (!closed && (silent || channel.isAttached())) {
      List<Outbox.Posted> batch = outbox.waiting(BATCH);
      if (!silent) {
        channel.publish(notifications(batch));
      }
      outbox.sent(batch.stream().map(Outbox.Posted::id).toList());
      if (batch.size() < BATCH) {
        return;
      }
    }
  }

  private List<Notification> notifications(List<Outbox.Posted> batch) {
    List<Notification> notifications = new ArrayList<>();
    for (Outbox.Posted posted : batch) {
      Notification notification = notification(posted);
      if (notification != null) {
        notifications.add(notification);
      }
    }
    return notifications;
  }

  private @Nullable Notification notification(Outbox.Posted posted) {
    Notice notice = posted.notice();
    Instance instance = instances.findInstance(notice.instance());
    if (instance == null) {
      LOG.warn("left out {}: instance {} is not on record", notice.event(), notice.instance());
      return null;
    }
    Milestones dates = Milestones.of(notice, instance);
    return new Notification(
        posted.id() + ":" + notice.instance(),
        settings.publisher(),
        notice.event(),
        notice.isError() ? Notification.Priority.ERROR : Notification.Priority.INFO,
        payloads.of(notice, instance, dates.isSame() ? node(instance) : null, dates),
        instance.request().context(),
        clock.instant());
  }

  private @Nullable UUID node(Instance instance) {
    UUID asked = instance.request().node();
    Long claimed = instance.node();
    return asked != null || claimed == null ? asked : nodes.of(claimed);
  }

  private void tell(Throwable reason) {
    if (failing) {
      LOG.debug("notifications still wait: {}", reason.getMessage());
    } else {
      failing = true;
      LOG.warn(
          "notifications wait in the outbox ({}); trying again every {} s",
          reason.getMessage(),
          settings.look().toSeconds());
    }
  }
}
