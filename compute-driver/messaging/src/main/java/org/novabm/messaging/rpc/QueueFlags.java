package org.novabm.messaging.rpc;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the control exchange and the queues are declared. Must equal what the other services at the
 * broker say, else it answers 406 and closes the channel.
 *
 * @param durable {@code amqp_durable_queues}
 * @param autoDelete {@code amqp_auto_delete}
 * @param mirrored {@code rabbit_ha_queues}
 * @param quorum {@code rabbit_quorum_queue}; makes exchange and queues durable too; null for other
 *     queues
 * @param transientTtl {@code rabbit_transient_queues_ttl}: how long a fanout or reply queue
 *     outlives its reader
 */
public record QueueFlags(
    boolean durable,
    boolean autoDelete,
    boolean mirrored,
    @Nullable Quorum quorum,
    Duration transientTtl) {

  /**
   * The bounds of quorum queues; 0 for none.
   *
   * @param deliveryLimit {@code rabbit_quorum_delivery_limit}
   * @param memoryLength {@code rabbit_quorum_max_memory_length}, as messages
   * @param memoryBytes {@code rabbit_quorum_max_memory_bytes}
   */
  public record Quorum(int deliveryLimit, int memoryLength, int memoryBytes) {

    public static final Quorum UNBOUNDED = new Quorum(0, 0, 0);
  }

  /** Oslo.messaging's defaults. */
  public static final QueueFlags STANDARD =
      new QueueFlags(false, false, false, null, Duration.ofMinutes(30));

  public QueueFlags {
    if (transientTtl.toMillis() < 1 || transientTtl.toMillis() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "rabbit_transient_queues_ttl must be between 1 second and 24 days");
    }
  }

  /** Quorum queues are always durable. */
  public boolean durably() {
    return durable || quorum != null;
  }

  /** Of the queues of topic, host and notifications. */
  public Map<String, Object> queueArguments() {
    Map<String, Object> arguments = everyQueue();
    if (quorum != null) {
      arguments.put("x-queue-type", "quorum");
      bound(arguments, "x-delivery-limit", quorum.deliveryLimit);
      bound(arguments, "x-max-in-memory-length", quorum.memoryLength);
      bound(arguments, "x-max-in-memory-bytes", quorum.memoryBytes);
    }
    return arguments;
  }

  Map<String, Object> transientArguments() {
    Map<String, Object> arguments = everyQueue();
    arguments.put("x-expires", (int) transientTtl.toMillis());
    return arguments;
  }

  private Map<String, Object> everyQueue() {
    Map<String, Object> arguments = new HashMap<>();
    if (mirrored) {
      arguments.put("x-ha-policy", "all");
    }
    return arguments;
  }

  private static void bound(Map<String, Object> arguments, String name, int most) {
    if (most > 0) {
      arguments.put(name, most);
    }
  }
}
