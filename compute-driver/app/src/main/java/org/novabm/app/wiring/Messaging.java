package org.novabm.app.wiring;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.api.PeerCheck;
import org.novabm.conf.settings.MessagingSettings;
import org.novabm.conf.settings.QueueSettings;
import org.novabm.conf.settings.Settings;
import org.novabm.console.Consoles;
import org.novabm.driver.ComputeDriver;
import org.novabm.instance.InstanceStore;
import org.novabm.journal.MessageJournal;
import org.novabm.journal.Outbox;
import org.novabm.messaging.ComputeService;
import org.novabm.messaging.broker.EmbeddedBroker;
import org.novabm.messaging.notify.NotificationSettings;
import org.novabm.messaging.rpc.MessageBounds;
import org.novabm.messaging.rpc.QueueFlags;
import org.novabm.messaging.rpc.RpcSettings;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.spi.MemoryBound;
import org.novabm.task.Signal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The broker, and what goes in and out there. */
@Configuration(proxyBeanMethods = false)
class Messaging {

  private static final Duration LOOK = Duration.ofSeconds(10);

  @Bean(destroyMethod = "close")
  Broker broker(Settings settings) {
    return Broker.open(settings);
  }

  @Bean(destroyMethod = "close")
  ComputeService messages(
      Broker broker,
      Settings settings,
      ComputeDriver driver,
      Consoles consoles,
      MessageJournal journal,
      Outbox outbox,
      InstanceStore instances,
      NodeStore nodes,
      @Qualifier("told") Signal told,
      InstantSource time) {
    ComputeService messages =
        new ComputeService(
            broker.settings(settings, "nova-compute"),
            rpc(settings),
            notifications(settings),
            driver,
            consoles,
            new ComputeService.Records(journal, outbox, instances),
            id -> uuid(nodes.find(id)),
            time);
    told.onRing(messages::wake);
    return messages;
  }

  @Bean
  PeerCheck brokerCheck(ComputeService messages) {
    return new PeerCheck() {
      @Override
      public String name() {
        return "broker";
      }

      @Override
      public String check() {
        String trouble = messages.trouble();
        if (trouble != null) {
          throw new IllegalStateException(trouble);
        }
        return messages.deadLetters() == 0
            ? "connected"
            : "connected; dead letters since the start: " + messages.deadLetters();
      }
    };
  }

  @Bean
  SmartLifecycle takingMessages(ComputeService messages) {
    return new TakingMessages(messages);
  }

  /** The most heap that senders of messages can make the service hold. */
  static List<MemoryBound> bounds(Settings settings) {
    List<MemoryBound> bounds = new ArrayList<>(MessageBounds.of(rpc(settings)));
    if (settings.messaging().brokers().isEmpty()) {
      bounds.add(EmbeddedBroker.bound());
    }
    return List.copyOf(bounds);
  }

  private static RpcSettings rpc(Settings settings) {
    MessagingSettings messaging = settings.messaging();
    RpcSettings standard = RpcSettings.standard(settings.host().host());
    int prefetch = messaging.rabbitQosPrefetchCount();
    return new RpcSettings(
        messaging.controlExchange(),
        messaging.computeTopic(),
        settings.host().host(),
        flags(settings.queues()),
        prefetch == 0 ? RpcSettings.PREFETCH : Math.min(prefetch, 64),
        messaging.messageKib() << 10,
        standard.parallel(),
        standard.attempts(),
        standard.backoff());
  }

  private static NotificationSettings notifications(Settings settings) {
    MessagingSettings messaging = settings.messaging();
    return new NotificationSettings(
        switch (messaging.notificationDriver()) {
          case MESSAGINGV2 -> NotificationSettings.Driver.MESSAGINGV2;
          case MESSAGING -> NotificationSettings.Driver.MESSAGING;
          case NOOP -> NotificationSettings.Driver.NOOP;
        },
        messaging.controlExchange(),
        messaging.notificationTopics().getFirst(),
        settings.host().host(),
        "",
        flags(settings.queues()),
        LOOK);
  }

  private static QueueFlags flags(QueueSettings queues) {
    return new QueueFlags(
        queues.amqpDurableQueues(),
        queues.amqpAutoDelete(),
        queues.rabbitHaQueues(),
        queues.rabbitQuorumQueue()
            ? new QueueFlags.Quorum(
                queues.rabbitQuorumDeliveryLimit(),
                queues.rabbitQuorumMaxMemoryLength(),
                queues.rabbitQuorumMaxMemoryBytes())
            : null,
        queues.rabbitTransientQueuesTtl());
  }

  private static @Nullable UUID uuid(@Nullable Node node) {
    return node == null ? null : node.uuid();
  }

  /** Connects with the service; the connection is closed before the work behind it. */
  private static final class TakingMessages implements SmartLifecycle {

    private final ComputeService messages;
    private volatile boolean running;

    TakingMessages(ComputeService messages) {
      this.messages = messages;
    }

    @Override
    public void start() {
      messages.start();
      running = true;
    }

    @Override
    public void stop() {
      running = false;
      messages.close();
    }

    @Override
    public boolean isRunning() {
      return running;
    }

    @Override
    public int getPhase() {
      return Phases.TAKE_MESSAGES;
    }
  }
}
