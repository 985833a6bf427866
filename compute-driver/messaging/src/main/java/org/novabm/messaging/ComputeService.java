package org.novabm.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.console.ConsoleOutput;
import org.novabm.driver.ComputeDriver;
import org.novabm.instance.InstanceStore;
import org.novabm.journal.MessageJournal;
import org.novabm.journal.Outbox;
import org.novabm.messaging.compute.ComputeInterfaces;
import org.novabm.messaging.frames.Inbound;
import org.novabm.messaging.frames.InboundLimits;
import org.novabm.messaging.notify.NodeUuids;
import org.novabm.messaging.notify.NotificationPublisher;
import org.novabm.messaging.notify.NotificationSettings;
import org.novabm.messaging.rpc.BrokerLink;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.messaging.rpc.ConfirmedChannel;
import org.novabm.messaging.rpc.Dispatcher;
import org.novabm.messaging.rpc.ReplySender;
import org.novabm.messaging.rpc.RpcServer;
import org.novabm.messaging.rpc.RpcSettings;

/**
 * A compute host at the message broker: takes requests for the driver, answers calls, publishes
 * notifications. Two connections, so that a broker that holds back publishers still delivers and
 * hears acknowledgements.
 */
public final class ComputeService implements AutoCloseable {

  private final NotificationPublisher notifications;
  private final ReplySender replies;
  private final RpcServer server;
  private final BrokerLink requests;
  private final BrokerLink answers;

  /**
   * Nothing happens before {@link #start()}.
   *
   * @param broker where
   * @param rpc as whom
   * @param notify what is told to others
   * @param driver does what is asked
   * @param consoles what is answered about an instance's console
   * @param records the journal of requests, the outbox of notices and the instances they are about
   * @param nodes the scheduler's names of nodes
   * @param clock the time
   */
  public ComputeService(
      BrokerSettings broker,
      RpcSettings rpc,
      NotificationSettings notify,
      ComputeDriver driver,
      ConsoleOutput consoles,
      Records records,
      NodeUuids nodes,
      InstantSource clock) {
    ConfirmedChannel outgoing = new ConfirmedChannel();
    notifications =
        new NotificationPublisher(notify, records.outbox(), records.instances(), nodes, clock);
    replies = new ReplySender(outgoing, clock, Duration.ofMillis(250), Duration.ofSeconds(60));
    Dispatcher dispatcher =
        new Dispatcher(
            ComputeInterfaces.of(
                driver, consoles, notifications, records.instances(), rpc.topic()));
    server = new RpcServer(rpc, dispatcher, records.journal(), replies, outgoing, clock);
    answers =
        new BrokerLink(
            broker,
            new Inbound(InboundLimits.answers()),
            "answers and notifications",
            List.of(outgoing, server.deadLetterQueue(), notifications.attachment()));
    requests = new BrokerLink(broker, server.inbound(), "requests", List.of(server));
  }

  /**
   * What is kept in the database.
   *
   * @param journal requests
   * @param outbox notices
   * @param instances what the notices are about
   */
  public record Records(MessageJournal journal, Outbox outbox, InstanceStore instances) {}

  /**
   * Begins to connect, and returns at once; it goes on until it is closed, whatever the broker
   * does.
   */
  public void start() {
    notifications.start();
    answers.start();
    requests.start();
  }

  /** Whether requests come in and answers go out. */
  public boolean connected() {
    return trouble() == null;
  }

  /**
   * Why requests do not come in or answers do not go out; null when the broker said lately that
   * they do. Cheap.
   */
  public @Nullable String trouble() {
    String deaf = requests.trouble();
    String mute = answers.trouble();
    return deaf == null ? mute : deaf;
  }

  /** Messages that nobody could use and that went to the dead letters, since the start. */
  public long deadLetters() {
    return server.deadLetters();
  }

  /** There may be requests on record that nobody handles. */
  public void lookAgain() {
    server.lookAgain();
  }

  /** There is a new notice in the outbox. */
  public void wake() {
    notifications.wake();
  }

  /** Takes no more requests, lets the running ones end for some seconds, then says no more. */
  @Override
  public void close() {
    requests.close();
    server.close();
    notifications.close();
    replies.close();
    answers.close();
  }
}
