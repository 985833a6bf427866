package org.novabm.messaging.rpc;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How the control exchange and the queues are declared. Must equal what the other services at the
 * broker say, else it answers 406 and closes the channel.
 *
 * @param durable {@code amqp_durable_queues}
 * @param autoDelete {@code amqp_auto_delete}
 * @param quorum {@code rabbit_quorum_queue}; makes exchange and queues durable too
 * @param transientTtl {@code rabbit_transient_queues_ttl}: how long a fanout or reply queue
 *     outlives its reader
 */
public record QueueFlags(
    boolean durable, boolean autoDelete, boolean quorum, Duration transientTtl) {

  /** Oslo.messaging's defaults. */
  public static final QueueFlags STANDARD =
      new QueueFlags(false, false, false, Duration.ofMinutes(30));

  public QueueFlags {
    if (transientTtl.toMillis() < 1 || transientTtl.toMillis() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "rabbit_transient_queues_ttl is to be between 1 second and 24 days");
    }
  }

  /** Quorum queues are always durable. */
  public boolean durably() {
    return durable || quorum;
  }

  /** Of the queues of topic, host and notifications. */
  public Map<String, Object> queueArguments() {
    Map<String, Object> arguments = new HashMap<>();
    if (quorum) {
      arguments.put("x-queue-type", "quorum");
    }
    return arguments;
  }

  Map<String, Object> transientArguments() {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("x-expires", (int) transientTtl.toMillis());
    return arguments;
  }
}
