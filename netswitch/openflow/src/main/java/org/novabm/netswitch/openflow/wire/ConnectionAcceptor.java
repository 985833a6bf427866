package org.novabm.netswitch.openflow.wire;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Takes calls until the socket is closed. What keeps one from being taken keeps the next one, too:
 * this process has as many files open as it may, and whoever called still waits. So it pauses,
 * longer each time, and says so once until a call is taken again.
 */
final class ConnectionAcceptor {

  static final Duration SHORTEST = Duration.ofMillis(100);
  static final Duration LONGEST = Duration.ofSeconds(1);

  private final ServerSocket server;
  private final Consumer<Socket> taken;
  private final Consumer<IOException> trouble;
  private final Pause pause;
  private Duration next = SHORTEST;

  /** Lets time pass, or less of it when the socket is closed meanwhile. */
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  /**
   * An intake.
   *
   * @param trouble told the first time that no call can be taken
   */
  ConnectionAcceptor(
      ServerSocket server, Consumer<Socket> taken, Consumer<IOException> trouble, Pause pause) {
    this.server = server;
    this.taken = taken;
    this.trouble = trouble;
    this.pause = pause;
  }

  void run() {
    try {
      while (!server.isClosed()) {
        takeOne();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeOne() throws InterruptedException {
    Socket call;
    try {
      call = server.accept();
    } catch (IOException e) {
      if (!server.isClosed()) {
        failed(e);
      }
      return;
    }
    next = SHORTEST;
    taken.accept(call);
  }

  private void failed(IOException why) throws InterruptedException {
    if (next.equals(SHORTEST)) {
      trouble.accept(why);
    }
    pause.of(next);
    Duration longer = next.multipliedBy(2);
    next = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
  }
}
