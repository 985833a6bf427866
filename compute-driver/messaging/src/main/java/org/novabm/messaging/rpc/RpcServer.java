package org.novabm.messaging.rpc;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.novabm.journal.MessageJournal;
import org.novabm.messaging.frames.Content;
import org.novabm.messaging.frames.Inbound;
import org.novabm.messaging.frames.InboundLimits;
import org.novabm.messaging.wire.HeapCost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An RPC server of oslo.messaging on three queues (topic, topic.host, fanout). On each new
 * connection it declares them again, handles what is on record, and consumes.
 */
public final class RpcServer implements Attachment, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RpcServer.class);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final RpcSettings settings;
  private final Topology topology;
  private final PatientJournal journal;
  private final RecordedRequests recorded;
  private final Intake intake;
  private final Lanes lanes = new Lanes();
  private final Inbound inbound;
  private final DeadLetterQueue deadLetterQueue;
  private final DeadLetters deadLetters;
  private final ConsumedQueues consumed = new ConsumedQueues();

  /**
   * A server that does nothing before it is attached.
   *
   * @param outgoing carries copies of what it cannot use, on another connection: a broker that
   *     holds back publishers still hears what is acknowledged
   */
  public RpcServer(
      RpcSettings settings,
      Dispatcher dispatcher,
      MessageJournal journal,
      ReplySender replies,
      ConfirmedChannel outgoing,
      InstantSource clock) {
    this.settings = settings;
    this.inbound = new Inbound(InboundLimits.of(settings.largest()));
    this.deadLetterQueue = new DeadLetterQueue(settings);
    this.deadLetters = new DeadLetters(deadLetterQueue, outgoing, clock, settings.backoff());
    this.topology = new Topology(settings);
    this.journal = new PatientJournal(journal, settings.backoff());
    Room room = new Room(HeapCost.reading(settings.largest()));
    Poison poison = new Poison(lanes, room, deadLetters);
    // calls that change nothing have places of their own: a ping is answered while the database
    // hangs
    RequestHandling quick = handling(replies, MessageBounds.ANSWERS_AT_A_TIME);
    this.recorded =
        new RecordedRequests(
            dispatcher,
            this.journal,
            handling(replies, settings.parallel()),
            lanes,
            room,
            poison,
            clock);
    this.intake = new Intake(dispatcher, recorded, quick, lanes, room, poison);
  }

  /** Through which its connection is to be made. */
  public Inbound inbound() {
    return inbound;
  }

  /** The queue for what it cannot use; lives on the connection of the outgoing channel. */
  public Attachment deadLetterQueue() {
    return deadLetterQueue;
  }

  /** How many messages it could not use, since the start. */
  public long deadLetters() {
    return deadLetters.count();
  }

  @Override
  public void attach(Connection connection) throws IOException {
    Channel channel = connection.createChannel();
    if (channel == null) {
      throw new IOException("the broker gives no further channel");
    }
    List<String> queues = topology.declare(channel);
    recorded.replay(channel::isOpen);
    for (int i = 0; i < queues.size(); i++) {
      String tag = Integer.toString(i + 1);
      // counts for this queue at RabbitMQ, and for all of the channel at Qpid
      channel.basicQos(settings.prefetch());
      channel.basicConsume(
          queues.get(i), false, tag, false, false, Map.of(), new Consumer(channel, queues.get(i)));
    }
    consumed.set(connection, queues);
  }

  /**
   * Handles what is on record and in nobody's hands, which may be another host's until now. Returns
   * at once.
   */
  public void lookAgain() {
    Thread.ofVirtual().name("requests-on-record").start(() -> recorded.replay(lanes::isOpen));
  }

  @Override
  public void probe() throws IOException {
    consumed.probe();
  }

  @Override
  public void detach() {
    consumed.clear();
  }

  /**
   * Lets what is being handled come to its end, for some seconds. The link is to be closed before.
   */
  @Override
  public void close() {
    journal.close();
    deadLetters.close();
    lanes.close(GRACE);
  }

  private RequestHandling handling(ReplySender replies, int parallel) {
    return new RequestHandling(replies, journal, settings.attempts(), parallel);
  }

  /**
   * Runs on the client library's thread. It must not throw, for the library then closes the channel
   * and tells nobody; while it waits for heap, further messages wait at the broker.
   */
  private final class Consumer extends DefaultConsumer {

    private final String queue;

    Consumer(Channel channel, String queue) {
      super(channel);
      this.queue = queue;
    }

    @Override
    public void handleDelivery(
        String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
      Content content = inbound.take(properties, body);
      if (content != null) {
        Map<String, Object> headers = inbound.headers(properties);
        intake.take(new Delivery(getChannel(), envelope, queue, properties, headers, content));
      }
    }

    @Override
    public void handleCancel(String tag) {
      LOG.warn("somebody deleted queue {}; declaring it again", queue);
      getChannel().getConnection().abort();
    }

    @Override
    public void handleShutdownSignal(String tag, ShutdownSignalException reason) {
      // whoever closed the channel: without it nobody consumes
      if (!reason.isHardError()) {
        LOG.warn("the channel of queue {} was closed: {}", queue, Reason.of(reason));
        getChannel().getConnection().abort();
      }
    }
  }
}
