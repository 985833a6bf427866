package org.novabm.messaging;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryOutbox;
import org.novabm.memory.MemoryRecords;
import org.novabm.messaging.notify.NotificationSettings;
import org.novabm.messaging.rpc.Backoff;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.messaging.rpc.QueueFlags;
import org.novabm.messaging.rpc.RpcSettings;

/** A compute service with stand-ins behind it, which answer quickly and retry quickly. */
public final class Host implements AutoCloseable {

  public static final String NAME = "host1.example.org";
  public static final String TARGET = "compute." + NAME;
  public static final String DEAD_LETTERS = "novabm.dead-letter.compute." + NAME;
  public static final UUID NODE = UUID.fromString("9c2a6e04-0e0c-4c4e-9d3f-2f5f1b6a7c01");

  private static final Backoff QUICK = new Backoff(Duration.ofMillis(50), Duration.ofMillis(200));

  public final RecordingDriver driver = new RecordingDriver();
  public final TroubledJournal journal;
  public final MemoryOutbox outbox = new MemoryOutbox();
  public final MemoryRecords instances = new MemoryRecords(new MemoryNodeStore());
  public final Map<UUID, String> consoles = new ConcurrentHashMap<>();
  private final ComputeService service;

  private Host(BrokerSettings broker, QueueFlags flags, TroubledJournal journal) {
    this.journal = journal;
    service =
        new ComputeService(
            broker.with(QUICK),
            RpcSettings.standard(NAME).with(flags).with(QUICK),
            new NotificationSettings(
                NotificationSettings.Driver.MESSAGINGV2,
                "nova",
                "notifications",
                NAME,
                "http://glance:9292",
                flags,
                Duration.ofSeconds(1)),
            driver,
            (instance, lines) -> consoles.get(instance),
            new ComputeService.Records(journal, outbox, instances),
            row -> NODE,
            InstantSource.system());
  }

  /** Not started. */
  public static Host on(BrokerSettings broker, QueueFlags flags, TroubledJournal journal) {
    return new Host(broker, flags, journal);
  }

  /** Started and connected, with nothing on record. */
  public static Host started(BrokerSettings broker, QueueFlags flags) {
    return on(broker, flags, new TroubledJournal()).start();
  }

  public Host start() {
    service.start();
    awaitConnected();
    return this;
  }

  public void awaitConnected() {
    await().atMost(Duration.ofSeconds(60)).until(service::connected);
  }

  public boolean connected() {
    return service.connected();
  }

  public long deadLetters() {
    return service.deadLetters();
  }

  public void wake() {
    service.wake();
  }

  @Override
  public void close() {
    service.close();
  }
}
