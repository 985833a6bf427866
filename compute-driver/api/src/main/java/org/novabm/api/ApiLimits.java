package org.novabm.api;

import java.time.Duration;
import java.util.List;
import org.novabm.spi.MemoryBound;

/**
 * What callers may take of this service, strangers included: whoever connects is bounded before
 * anything is known about them.
 *
 * @param connections at one time, 8 or more; the oldest that has not shown the token gives way to a
 *     new one
 * @param connectionsPerAddress of one address at one time; a proxy in front is one address
 * @param request within which the head of a request has arrived whole and was let in, and then,
 *     once more, its body
 * @param answer within which a caller has read the answer whole
 * @param calls that are worked on at one time; others wait as long as a request may take
 * @param bodyBytes of all bodies that are being read or handled at one time
 * @param consoles that are looked at live at one time
 * @param slowestRefusal how long a caller who goes on with wrong tokens waits for each refusal
 */
public record ApiLimits(
    int connections,
    int connectionsPerAddress,
    Duration request,
    Duration answer,
    int calls,
    int bodyBytes,
    int consoles,
    Duration slowestRefusal) {

  /** The longest body, and the least that all bodies together need. */
  public static final int LONGEST_BODY = 1 << 20;

  /** Bytes of a request's head. */
  public static final int LONGEST_HEAD = 8 << 10;

  /** Lines of a request's head. */
  public static final int MOST_HEADERS = 64;

  /** Bytes from a console that wait for one viewer. */
  public static final int VIEWER_BYTES = 16 << 10;

  /** Bytes of one message to or from a viewer. */
  public static final int MESSAGE_BYTES = 8 << 10;

  public static final ApiLimits STANDARD =
      new ApiLimits(
          128,
          64,
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          24,
          LONGEST_BODY,
          16,
          Duration.ofSeconds(2));

  // measured with 256 MiB of heap: 7 KiB idle, 29 with half a head, 50 when that follows an answer
  private static final int A_CONNECTION = 50 << 10;
  // reckoned, not measured: JSSE's engine and its records of 16 KiB each way
  private static final int ITS_TLS = 48 << 10;
  private static final int A_CALL = 64 << 10;
  // the bytes, their texts, and 10,000 tokens' worth of objects
  private static final int COPIES_OF_BODY = 4;
  // buffers of both directions and their messages in characters, beside what waits
  private static final int A_CONSOLE = VIEWER_BYTES + 6 * MESSAGE_BYTES;

  public ApiLimits {
    if (connections < 8
        || connectionsPerAddress < 1
        || calls < 1
        || consoles < 0
        || bodyBytes < LONGEST_BODY
        || !request.isPositive()
        || !answer.isPositive()
        || slowestRefusal.isNegative()) {
      throw new IllegalArgumentException("limits of the API that allow no call");
    }
  }

  /**
   * The heap that callers can take at most.
   *
   * @param tls whether connections are encrypted, which takes more
   */
  public List<MemoryBound> bounds(boolean tls) {
    return List.of(
        new MemoryBound(
            "connections of REST callers",
            "[novabm] api_connections",
            connections,
            tls ? A_CONNECTION + ITS_TLS : A_CONNECTION),
        new MemoryBound(
            "REST calls being answered",
            "[novabm] api_calls",
            Math.min(calls, connections),
            A_CALL),
        new MemoryBound("bodies of REST calls", "[novabm] api_body_kib", COPIES_OF_BODY, bodyBytes),
        new MemoryBound("viewers of live consoles", "[novabm] api_consoles", consoles, A_CONSOLE));
  }
}
