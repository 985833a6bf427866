package org.novabm.messaging.rpc;

import java.util.List;
import org.novabm.messaging.frames.InboundLimits;
import org.novabm.messaging.wire.HeapCost;
import org.novabm.spi.MemoryBound;

/** The most heap that senders of messages can make a service hold. */
public final class MessageBounds {

  static final int ANSWERS_AT_A_TIME = 2;

  /** Bytes of answers that wait for their callers' queues. */
  static final int ANSWERS_WAITING = 256 << 10;

  /**
   * The end of a console, at most 100 KiB: the text, as JSON with its signs escaped, as JSON within
   * JSON, as bytes.
   */
  private static final int ANSWER = 11 * (100 << 10);

  /** The host's queue, that of all hosts, and the fanout queue. */
  private static final int QUEUES = 3;

  private MessageBounds() {}

  /** By the settings of the service that takes messages; 13 MiB for the usual ones. */
  public static List<MemoryBound> of(RpcSettings settings) {
    InboundLimits limits = InboundLimits.of(settings.largest());
    return List.of(
        new MemoryBound(
            "messages that wait to be read",
            "[oslo_messaging_rabbit] rabbit_qos_prefetch_count",
            (long) QUEUES * settings.prefetch(),
            limits.heapWaiting()),
        new MemoryBound(
            "messages that are read and worked on",
            "[novabm] message_kib",
            1,
            HeapCost.reading(settings.largest())),
        new MemoryBound("answers that are made", "none; fixed", ANSWERS_AT_A_TIME, ANSWER),
        new MemoryBound("answers that wait for their callers", "none; fixed", 1, ANSWERS_WAITING));
  }
}
