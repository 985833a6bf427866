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

  public RpcServer(
      RpcSettings settings,
      Dispatcher dispatcher,
      MessageJournal journal,
      ReplySender replies,
      InstantSource clock) {
    this.settings = settings;
    this.topology = new Topology(settings);
    this.journal = new PatientJournal(journal, settings.backoff());
    // calls that change nothing have places of their own: a ping is answered while the database
    // hangs
    RequestHandling quick = handling(replies);
    this.recorded = new RecordedRequests(dispatcher, this.journal, handling(replies), lanes, clock);
    this.intake = new Intake(dispatcher, recorded, quick, lanes);
  }

  @Override
  public void attach(Connection connection) throws IOException {
    Channel channel = connection.createChannel();
    if (channel == null) {
      throw new IOException("the broker gives no further channel");
    }
    channel.basicQos(settings.prefetch());
    List<String> queues = topology.declare(channel);
    recorded.replay(channel::isOpen);
    for (int i = 0; i < queues.size(); i++) {
      String tag = Integer.toString(i + 1);
      channel.basicConsume(
          queues.get(i), false, tag, false, false, Map.of(), new Consumer(channel, queues.get(i)));
    }
  }

  @Override
  public void detach() {
    LOG.debug("Requests come no more until the broker is back");
  }

  /**
   * Lets what is being handled come to its end, for some seconds. The link is to be closed before.
   */
  @Override
  public void close() {
    journal.close();
    lanes.close(GRACE);
  }

  private RequestHandling handling(ReplySender replies) {
    return new RequestHandling(replies, journal, settings.attempts(), settings.parallel());
  }

  /** Runs on the client library's thread, so it must neither wait nor throw. */
  private final class Consumer extends DefaultConsumer {

    private final String queue;

    Consumer(Channel channel, String queue) {
      super(channel);
      this.queue = queue;
    }

    @Override
    public void handleDelivery(
        String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
      intake.take(new Delivery(getChannel(), envelope, queue, properties.getContentType(), body));
    }

    @Override
    public void handleCancel(String tag) {
      LOG.warn("Somebody deleted queue {}; declaring it again", queue);
      getChannel().getConnection().abort();
    }

    @Override
    public void handleShutdownSignal(String tag, ShutdownSignalException reason) {
      if (!reason.isHardError() && !reason.isInitiatedByApplication()) {
        LOG.warn("The broker closed the channel of queue {}: {}", queue, Reason.of(reason));
        getChannel().getConnection().abort();
      }
    }
  }
}
