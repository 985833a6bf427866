package org.novabm.netswitch.openflow.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;
import org.novabm.spi.BackendException;
import org.projectfloodlight.openflow.protocol.OFVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the calls of switches. */
public final class Listener implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Listener.class);

  private static final int MOST_CONNECTIONS = 4096;
  private static final int BACKLOG = 256;

  /** After this a silent switch is asked for an echo; a greeting may not take longer. */
  private static final int SILENCE_MILLIS = 5_000;

  private final ServerSocket server;
  private final Set<OFVersion> versions;
  private final Consumer<GreetedSwitch> arrivals;
  private final Semaphore places = new Semaphore(MOST_CONNECTIONS);

  private Listener(ServerSocket server, Set<OFVersion> versions, Consumer<GreetedSwitch> arrivals) {
    this.server = server;
    this.versions = versions;
    this.arrivals = arrivals;
  }

  /**
   * Listens from now on.
   *
   * @param sockets plain ones, or those of TLS
   * @param versions those to be offered
   * @param arrivals called with each switch, on a thread of its own
   */
  public static Listener start(
      ServerSocketFactory sockets,
      InetSocketAddress address,
      Set<OFVersion> versions,
      Consumer<GreetedSwitch> arrivals)
      throws IOException {
    ServerSocket server = sockets.createServerSocket();
    try {
      server.setReuseAddress(true);
      server.bind(address, BACKLOG);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    Listener listener = new Listener(server, versions, arrivals);
    Thread.ofVirtual().name("openflow-listener").start(listener::accept);
    return listener;
  }

  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        if (places.tryAcquire()) {
          Thread.ofVirtual().name("openflow-reader").start(() -> serve(socket));
        } else {
          log.warn("{} connections are open; {} is turned away", MOST_CONNECTIONS, socket);
          socket.close();
        }
      } catch (IOException e) {
        if (!server.isClosed()) {
          log.warn("a call could not be taken: {}", e.toString());
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(SILENCE_MILLIS);
      Link link = Greeting.link(socket, versions);
      Thread.ofVirtual().name("openflow-arrival").start(() -> arrive(link));
      log.info("switch at {} is gone: {}", socket.getRemoteSocketAddress(), link.read());
    } catch (IOException e) {
      log.warn(
          "{} calls and is no switch of ours: {}", socket.getRemoteSocketAddress(), e.getMessage());
    } finally {
      places.release();
    }
  }

  private void arrive(Link link) {
    try {
      arrivals.accept(Greeting.ask(link));
    } catch (BackendException e) {
      log.warn("a switch called and cannot be used: {}", e.getMessage());
      link.close();
    } catch (RuntimeException e) {
      log.error("a switch called and cannot be used", e);
      link.close();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
