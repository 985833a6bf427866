package org.novabm.deploy.agent.http;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.time.Duration;

/**
 * One connection, as the door sees it. Its own thread changes it; the door's looks at it and may
 * cut it.
 */
final class GuardedConnection {

  /** What is awaited. */
  enum Phase {
    /** That its thread takes notice of it. */
    GREETING,
    /** The rest of a request; gives way to others. */
    REQUEST,
    /** Our own work. */
    WORK,
    /** That the caller takes an answer. */
    ANSWER,
    /** That the caller hangs up. */
    GOODBYE
  }

  /** Who has just come has sent his request, but perhaps nobody has read it yet. */
  private static final long GRACE_NANOS = 50_000_000L;

  private static final long STUCK_NANOS = 1_000_000_000L;

  private static final long NEVER = Long.MAX_VALUE / 2;

  private final Channel channel;
  private final InetAddress client;
  private final long start = System.nanoTime();
  private volatile Phase phase = Phase.GREETING;
  private volatile long since = start;
  private volatile long patience;
  private volatile boolean cut;

  GuardedConnection(Channel channel, InetAddress client, Duration patience) {
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
    since = System.nanoTime();
  }

  boolean isOverdue() {
    return waiting() > patience;
  }

  /** Whether it has its answer, or no whole request although it had the time to send one. */
  boolean givesWay() {
    boolean over = phase == Phase.GOODBYE;
    boolean unfinished = phase == Phase.REQUEST && waiting() > GRACE_NANOS;
    return !cut && (over || unfinished);
  }

  /** Whether waiting for its place may be worth while: it gives way soon, or something happens. */
  boolean isPassing() {
    return !cut && (phase == Phase.GREETING || phase == Phase.REQUEST || waiting() < STUCK_NANOS);
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
