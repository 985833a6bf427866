package org.novabm.messaging.rpc;

import org.novabm.messaging.frames.InboundLimits;

/**
 * Who we are at the broker, and how much is taken at a time.
 *
 * @param controlExchange {@code nova} for Nova
 * @param topic {@code compute}
 * @param host the {@code host} of nova.conf, at most 200 characters; may hold dots
 * @param flags how exchange and queues are declared
 * @param prefetch how many messages of each queue may be taken and not yet be on record, 1 to 64
 * @param largest bytes of the longest message that is read; see {@link InboundLimits}
 * @param parallel how many instances are worked on at a time, 1 to 1000
 * @param attempts how often a cast that fails here is tried, 1 or more
 * @param backoff between these attempts, and while the journal is away
 */
public record RpcSettings(
    String controlExchange,
    String topic,
    String host,
    QueueFlags flags,
    int prefetch,
    int largest,
    int parallel,
    int attempts,
    Backoff backoff) {

  /** Enough to keep a database busy that takes 20 ms a message. */
  public static final int PREFETCH = 8;

  public RpcSettings {
    if (host.isBlank() || host.length() > 200) {
      throw new IllegalArgumentException("host must be set, with at most 200 characters");
    }
    if (topic.isBlank() || controlExchange.isBlank()) {
      throw new IllegalArgumentException("the topic and the control exchange must be set");
    }
    // says what is wrong with it
    InboundLimits.of(largest);
    if (prefetch < 1 || prefetch > 64 || parallel < 1 || parallel > 1000 || attempts < 1) {
      throw new IllegalArgumentException(
          "prefetch must be 1 to 64, parallel 1 to 1000, attempts at least 1");
    }
  }

  /** A compute host of Nova when nothing else is configured. */
  public static RpcSettings standard(String host) {
    return new RpcSettings(
        "nova",
        "compute",
        host,
        QueueFlags.STANDARD,
        PREFETCH,
        InboundLimits.USUAL,
        32,
        5,
        Backoff.STANDARD);
  }

  /** The same with other flags. */
  public RpcSettings with(QueueFlags other) {
    return new RpcSettings(
        controlExchange, topic, host, other, prefetch, largest, parallel, attempts, backoff);
  }

  /** The same with other pauses. */
  public RpcSettings with(Backoff other) {
    return new RpcSettings(
        controlExchange, topic, host, flags, prefetch, largest, parallel, attempts, other);
  }
}
