package org.novabm.messaging.rpc;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.frames.Inbound;
import org.novabm.messaging.frames.InboundLimits;
import org.novabm.messaging.wire.BadMessageException;
import org.novabm.messaging.wire.Envelope;
import org.novabm.messaging.wire.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends casts and calls to compute hosts, for tools. One connection, opened once; when it breaks,
 * calls fail and the tool says so.
 */
public final class RpcCaller implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RpcCaller.class);

  private final Connection connection;
  private final String controlExchange;
  private final String replyQueue = "reply_" + OutgoingCall.id();
  private final ConfirmedChannel outgoing = new ConfirmedChannel();
  private final OpenCalls calls = new OpenCalls();

  private RpcCaller(Connection connection, String controlExchange) {
    this.connection = connection;
    this.controlExchange = controlExchange;
  }

  /**
   * Connects.
   *
   * @param controlExchange {@code nova} for Nova; it must exist, which it does once a service has
   *     started
   * @throws IOException when no broker answers
   */
  public static RpcCaller connect(BrokerSettings broker, String controlExchange)
      throws IOException {
    Connection connection = new Connector(broker, new Inbound(InboundLimits.answers())).connect();
    try {
      RpcCaller caller = new RpcCaller(connection, controlExchange);
      caller.outgoing.attach(connection);
      caller.listen();
      return caller;
    } catch (IOException | RuntimeException e) {
      connection.abort(2_000);
      throw e;
    }
  }

  /**
   * Sends a request nobody answers; returns when it lies in the host's queue.
   *
   * @param target topic and host, for example {@code compute.host1}, or a topic alone for any host
   * @throws IOException when no service has that queue, or the connection broke
   */
  public void cast(String target, OutgoingCall request) throws IOException {
    send(target, request.message(), null);
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @return the result, JSON null for none
   * @throws IOException when no service has that queue, or the connection broke
   * @throws RemoteFailureException when the answer is an error
   * @throws TimeoutException when there was no answer in time; it may still be carried out
   */
  public JsonNode call(String target, OutgoingCall request, Duration timeout)
      throws IOException, RemoteFailureException, TimeoutException, InterruptedException {
    String id = OutgoingCall.id();
    CompletableFuture<JsonNode> answer = calls.begin(id);
    try {
      ObjectNode message = request.message();
      message.put("_msg_id", id).put("_reply_q", replyQueue).putNull("_timeout");
      send(target, message, timeout);
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RemoteFailureException remote) {
        throw remote;
      }
      throw new IOException(Reason.of(e.getCause()), e);
    } finally {
      calls.forget(id);
    }
  }

  @Override
  public void close() {
    connection.abort(2_000);
  }

  private void send(String target, ObjectNode message, @Nullable Duration expiry)
      throws IOException {
    byte[] body = new Envelope(message, true).seal();
    if (outgoing.publish(controlExchange, target, body, true, expiry)
        == ConfirmedChannel.Outcome.UNROUTABLE) {
      throw new IOException(
          "no service listens as "
              + target
              + "; check that nova-compute runs there, with this 'host' and control_exchange '"
              + controlExchange
              + "'");
    }
  }

  private void listen() throws IOException {
    Channel channel = connection.createChannel();
    if (channel == null) {
      throw new IOException("the broker gives no further channel");
    }
    // exclusive: goes with the connection, also at a broker that knows no x-expires
    channel.queueDeclare(replyQueue, false, true, true, Map.of());
    channel.basicConsume(
        replyQueue,
        true,
        new DefaultConsumer(channel) {
          @Override
          public void handleDelivery(
              String tag,
              com.rabbitmq.client.Envelope envelope,
              AMQP.BasicProperties properties,
              byte[] body) {
            take(body);
          }
        });
  }

  private void take(byte[] body) {
    try {
      calls.take(Reply.of(Envelope.open(body)));
    } catch (BadMessageException e) {
      LOG.warn("ignored an answer: {}", e.getMessage());
    }
  }
}
