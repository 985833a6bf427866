package org.novabm.messaging.frames;

/**
 * What is let in, for each message.
 *
 * @param largest bytes of a body; of a longer one only the size is told. 1 KiB to {@link #MOST}
 * @param inline bytes of a body that the client library may put together on the heap; longer ones
 *     are kept outside it until their turn comes
 * @param properties bytes of a content header with its table of headers; the library needs up to 32
 *     times as much for it, and a call on its stack for each level of a nested table
 */
public record InboundLimits(int largest, int inline, int properties) {

  /** What the reader of JSON takes at all. */
  public static final int MOST = 8 << 20;

  /** Eight times Nova's bound on user data, which is the largest thing in its messages. */
  public static final int USUAL = 512 << 10;

  private static final int INLINE = 32 << 10;
  private static final int PROPERTIES = 2 << 10;

  public InboundLimits {
    if (largest < 1024 || largest > MOST || inline < 0 || properties < 512) {
      throw new IllegalArgumentException(
          "a message may be bounded by 1 KiB to " + (MOST >> 20) + " MiB");
    }
  }

  /** For a consumer that takes what is kept for it. */
  public static InboundLimits of(int largest) {
    return new InboundLimits(largest, INLINE, PROPERTIES);
  }

  /** For answers, which come one at a time. */
  public static InboundLimits answers() {
    return new InboundLimits(USUAL, USUAL, PROPERTIES);
  }

  /** Heap that one message takes while it waits for the consumer. */
  public int heapWaiting() {
    return Math.min(largest, inline) + 32 * properties;
  }
}
