package org.novabm.messaging.rpc;

import java.io.IOException;
import java.time.Duration;

/**
 * How long a message has been on its way to the broker. One that is short of memory or disk takes
 * nothing more and says so to nobody but the client library, which waits.
 */
public final class Patience {

  private static final Duration MOST = Duration.ofSeconds(30);

  // 0 when nothing is on its way
  private volatile long since;

  /** A message goes out. */
  public void begin() {
    since = Math.max(1, System.nanoTime());
  }

  /** It went, or not. */
  public void end() {
    since = 0;
  }

  /**
   * Looks at the one on its way.
   *
   * @throws IOException when it has waited too long
   */
  public void check() throws IOException {
    long begun = since;
    if (begun != 0 && System.nanoTime() - begun > MOST.toNanos()) {
      throw new IOException(
          "the message broker has not taken a message for "
              + MOST.toSeconds()
              + " s; see whether it lacks memory or disk (rabbitmqctl status), or whether a queue is"
              + " full");
    }
  }
}
