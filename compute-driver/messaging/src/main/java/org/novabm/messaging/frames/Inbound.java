package org.novabm.messaging.frames;

import com.rabbitmq.client.AMQP;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What consumers of one service are given instead of a body that does not go through the client
 * library. Such a message arrives empty, with a mark among its headers that nobody else can know.
 */
public final class Inbound {

  private final String mark = "novabm-" + UUID.randomUUID();
  private final AtomicLong last = new AtomicLong();
  private final Map<Long, Content> kept = new ConcurrentHashMap<>();
  private final InboundLimits limits;

  public Inbound(InboundLimits limits) {
    this.limits = limits;
  }

  /**
   * The body of a delivery; it belongs to the caller, who closes it. Null when its connection has
   * ended meanwhile, so that it is delivered again.
   *
   * @param properties as delivered
   * @param body as delivered
   */
  public @Nullable Content take(AMQP.BasicProperties properties, byte[] body) {
    Map<String, Object> headers = properties.getHeaders();
    if (headers == null || !(headers.get(mark) instanceof Long id)) {
      return new Content.Inline(body);
    }
    return kept.remove(id);
  }

  /** The headers as sent, without the mark. */
  public Map<String, Object> headers(AMQP.BasicProperties properties) {
    Map<String, Object> headers = new HashMap<>();
    if (properties.getHeaders() != null) {
      headers.putAll(properties.getHeaders());
    }
    headers.remove(mark);
    return headers;
  }

  InboundLimits limits() {
    return limits;
  }

  /** Keeps it until it is taken. */
  long keep(Content content) {
    long id = last.incrementAndGet();
    kept.put(id, content);
    return id;
  }

  /** Its connection has ended. */
  void drop(long id) {
    Content content = kept.remove(id);
    if (content != null) {
      content.close();
    }
  }

  AMQP.BasicProperties marked(AMQP.@Nullable BasicProperties sent, long id) {
    AMQP.BasicProperties properties = sent == null ? new AMQP.BasicProperties() : sent;
    Map<String, Object> headers = headers(properties);
    headers.put(mark, id);
    return properties.builder().headers(headers).build();
  }

  boolean keeps(long id) {
    return kept.containsKey(id);
  }
}
