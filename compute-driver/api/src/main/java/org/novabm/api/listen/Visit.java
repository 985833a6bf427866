package org.novabm.api.listen;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/** One connection of a caller, and what he is about. Safe for many threads. */
final class Visit {

  /** In the order in which a call goes; an answered one begins again. */
  enum Stage {
    /** Nothing whole has come that shows the token. */
    ARRIVING,
    /** Let in; his call is worked on. */
    INSIDE,
    /** What he is told is under way. */
    ANSWERED,
    /** It is a WebSocket now and has other bounds. */
    UPGRADED,
    /** Told to go; it is closed as soon as the thread that has it notices. */
    DISMISSED
  }

  private static final long NEVER = Long.MIN_VALUE;

  private record State(Stage stage, long since) {}

  private final SocketChannel channel;
  private final String address;
  private final String network;
  private volatile State state;

  /** Our thread has the connection, for the first time. */
  private volatile boolean beingRead;

  /** When our thread had read what there was, once; {@link #NEVER} before. */
  private volatile long read = NEVER;

  /**
   * A new one.
   *
   * @param address the caller's, without the port
   * @param network what he is counted with
   * @param now in nanoseconds of any clock that only goes forward
   */
  Visit(SocketChannel channel, String address, String network, long now) {
    this.channel = channel;
    this.address = address;
    this.network = network;
    this.state = new State(Stage.ARRIVING, now);
  }

  String address() {
    return address;
  }

  String network() {
    return network;
  }

  boolean is(Stage stage) {
    return state.stage == stage;
  }

  /** Nanoseconds at this stage. */
  long lasted(long now) {
    return now - state.since;
  }

  /** Nanoseconds that he has had to show the token since we were there to see it. */
  long waited(long now) {
    long seen = read;
    return seen == NEVER ? lasted(now) : Math.min(lasted(now), now - seen);
  }

  /** What he sent lies with us unread: it is not he who takes the time. */
  boolean awaitsUs() {
    return read == NEVER && (beingRead || hasUnread());
  }

  private boolean hasUnread() {
    try {
      return channel.socket().getInputStream().available() > 0;
    } catch (IOException _) {
      // the caller went by himself
      return false;
    }
  }

  /** A thread of ours begins to read what he sent. */
  void beginRead() {
    beingRead = true;
  }

  /** It has read what there was. */
  void endRead(long now) {
    if (read == NEVER) {
      read = now;
    }
  }

  boolean isClosed() {
    return !channel.isOpen();
  }

  synchronized void goesOn(Stage next, long now) {
    endRead(now);
    if (state.stage != Stage.DISMISSED) {
      state = new State(next, now);
    }
  }

  /**
   * Ends both directions and leaves it to the thread that has the connection to close it: to close
   * it here would let the server use its buffers for another caller while that thread still does.
   */
  synchronized void dismiss(long now) {
    state = new State(Stage.DISMISSED, now);
    try {
      channel.shutdownInput();
      channel.shutdownOutput();
    } catch (IOException _) {
      // the caller went by himself
    }
  }
}
