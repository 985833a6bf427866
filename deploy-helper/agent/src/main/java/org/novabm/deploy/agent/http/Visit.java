package org.novabm.deploy.agent.http;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.time.Duration;

/**
 * One connection, as the door sees it. Its own thread changes it; the door's looks at it and may
 * cut it.
 */
final class Visit {

  /** What is awaited. */
  enum Phase {
    /** The rest of a request; gives way to others. */
    REQUEST,
    /** Our own work. */
    WORK,
    /** That the caller takes an answer. */
    ANSWER,
    /** That the caller hangs up. */
    GOODBYE
  }

  private static final long NEVER = Long.MAX_VALUE / 2;

  private final Channel channel;
  private final InetAddress client;
  private final long start = System.nanoTime();
  private volatile Phase phase = Phase.REQUEST;
  private volatile long since = start;
  private volatile long patience;
  private volatile boolean cut;

  Visit(Channel channel, InetAddress client, Duration patience) {
    this.channel = channel;
    this.client = client;
    this.patience = patience.toNanos();
  }

  InetAddress client() {
    return client;
  }

  Phase phase() {
    return phase;
  }

  /** Nanoseconds for which what is awaited has not come. */
  long waiting() {
    return System.nanoTime() - since;
  }

  void awaits(Phase next, Duration within) {
    phase = next;
    patience = within.toNanos();
    since = System.nanoTime();
  }

  void works() {
    phase = Phase.WORK;
    patience = NEVER;
  }

  boolean isOverdue() {
    return waiting() > patience;
  }

  boolean isCut() {
    return cut;
  }

  /** Closes the connection without another word. A second call does nothing. */
  void cut() {
    cut = true;
    var _ = channel.close();
  }
}
