package org.novabm.netswitch.openflow.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A connection that was taken. It has so much time, until it is known. */
final class Guest {

  private final Socket socket;
  private final ScheduledExecutorService clock;
  private @Nullable Future<?> alarm;
  private @Nullable String why;
  private boolean gone;

  /**
   * A caller.
   *
   * @param socket without TLS on it: closing one with TLS can take for ever
   * @param clock hangs up in time
   */
  Guest(Socket socket, ScheduledExecutorService clock) {
    this.socket = socket;
    this.clock = clock;
  }

  InetAddress address() {
    return socket.getInetAddress();
  }

  /** Address and port, for messages. */
  String display() {
    return String.valueOf(socket.getRemoteSocketAddress()).replaceFirst("^/", "");
  }

  Socket socket() {
    return socket;
  }

  /** From now on it has that long; the limit before is over. */
  synchronized void limit(Duration time, String reason) {
    unlimited();
    if (!gone) {
      alarm = clock.schedule(() -> hangUp(reason), time.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  synchronized void unlimited() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  /** Hangs up; whoever reads from it is told the first reason by {@link #why}. */
  void hangUp(String reason) {
    synchronized (this) {
      unlimited();
      if (!gone) {
        why = reason;
      }
      gone = true;
    }
    try {
      socket.close();
    } catch (IOException e) {
      // it is closed all the same
    }
  }

  /** Why we hung up; null when the other side did. */
  synchronized @Nullable String why() {
    return why;
  }

  synchronized boolean isGone() {
    return gone;
  }
}
