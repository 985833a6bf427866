package org.novabm.netswitch.openflow.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import org.projectfloodlight.openflow.protocol.OFVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the calls of switches, and of whoever else can reach it. */
public final class Listener implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Listener.class);

  private static final int BACKLOG = 256;

  /** After this a silent switch is asked for an echo. */
  private static final int SILENCE_MILLIS = 5_000;

  private final ServerSocket server = new ServerSocket();
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("openflow-clock").factory());
  private final RareLines lines = new RareLines(log);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Securing securing;
  private final Set<OFVersion> versions;
  private final CallLimits limits;
  private final Guests guests;
  private final Wires wires;
  private final Reception reception;

  private Listener(
      Securing securing,
      Set<OFVersion> versions,
      CallLimits limits,
      ByteBudget answers,
      ByteBudget ports,
      Reception reception)
      throws IOException {
    this.securing = securing;
    this.versions = versions;
    this.limits = limits;
    this.guests = new Guests(limits);
    this.wires = new Wires(answers, ports, clock);
    this.reception = reception;
    clock.setRemoveOnCancelPolicy(true);
    // whoever still writes when we close is hung up on anyway
    clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  /**
   * Listens from now on.
   *
   * @param securing plain connections, or TLS
   * @param versions those to be offered
   * @param answers heap that all switches' answers share
   * @param ports heap that all switches' ports share
   * @param reception called with each caller that said which switch it is
   */
  public static Listener start(
      InetSocketAddress address,
      Securing securing,
      Set<OFVersion> versions,
      CallLimits limits,
      ByteBudget answers,
      ByteBudget ports,
      Reception reception)
      throws IOException {
    Listener listener = new Listener(securing, versions, limits, answers, ports, reception);
    try {
      listener.server.setReuseAddress(true);
      listener.server.bind(address, BACKLOG);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    Thread.ofVirtual().name("openflow-listener").start(listener::accept);
    return listener;
  }

  public int port() {
    return server.getLocalPort();
  }

  /** How many are connected, switches or not. */
  public int connections() {
    return guests.size();
  }

  private void accept() {
    new ConnectionAcceptor(
            server,
            call -> welcome(new Guest(call, clock)),
            why -> lines.warn("connections cannot be accepted; trying again: {}", why.toString()),
            this::pause)
        .run();
  }

  private void pause(Duration time) throws InterruptedException {
    closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void welcome(Guest guest) {
    String full = guests.enter(guest);
    if (full == null) {
      guest.limit(limits.greeting(), "it did not say who it is in %s".formatted(limits.greeting()));
      Thread.ofVirtual().name("openflow-reader").start(() -> serve(guest));
    } else {
      guest.hangUp(full);
      lines.warn("{} is rejected: {}", guest.display(), full);
    }
  }

  private void serve(Guest guest) {
    try {
      guest.socket().setTcpNoDelay(true);
      guest.socket().setSoTimeout(SILENCE_MILLIS);
      Socket socket = securing.secure(guest.socket());
      OpenFlowChannel link = Greeting.link(guest, socket, versions, wires);
      Thread.ofVirtual().name("openflow-arrival").start(() -> arrive(guest, link));
      lines.info("switch at {} is gone: {}", guest.display(), link.read());
    } catch (IOException | BackendException e) {
      String ours = guest.why();
      lines.warn(
          "{} connected and is not a registered switch: {}",
          guest.display(),
          ours == null ? String.valueOf(e.getMessage()) : ours);
    } finally {
      guest.hangUp("it is gone");
      guests.leave(guest);
    }
  }

  private void arrive(Guest guest, OpenFlowChannel link) {
    try {
      Caller caller =
          new Caller(guests, guest, link, Greeting.features(link, Deadline.in(limits.greeting())));
      caller.await(limits.waiting());
      if (reception.called(caller)) {
        guest.unlimited();
      }
    } catch (BackendException e) {
      lines.warn("a switch called and cannot be used: {}", e.getMessage());
      link.close();
    } catch (RuntimeException e) {
      log.error("a switch called and cannot be used", e);
      link.close();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      guests.hangUp();
      clock.shutdownNow();
    }
  }
}
