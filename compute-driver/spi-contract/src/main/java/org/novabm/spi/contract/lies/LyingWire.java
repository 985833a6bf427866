package org.novabm.spi.contract.lies;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Between a client and a server over TCP. It lies to the client; or to the server, where that is
 * ours, and clients are devices. What comes at once is one answer.
 */
public final class LyingWire implements LyingPeer {

  private static final int ENORMOUS = 8 << 20;
  private static final int PIECE = 64 << 10;
  private static final long LATE_MILLIS = 400;

  /** What is told from now on. */
  private record Plan(Lie lie, long seed, int honest) {}

  private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final int server;
  private final boolean toServer;
  private volatile @Nullable Plan plan;

  private LyingWire(int server, boolean toServer) throws IOException {
    this.server = server;
    this.toServer = toServer;
    Thread.ofVirtual().name("lying-wire").start(this::accept);
  }

  /** Listens, and connects to a port of 127.0.0.1 for each client, which it lies to. */
  public static LyingWire from(int server) throws IOException {
    return new LyingWire(server, false);
  }

  /** Listens, and connects each client to a port of 127.0.0.1, which it lies to. */
  public static LyingWire to(int server) throws IOException {
    return new LyingWire(server, true);
  }

  @Override
  public int port() {
    return entry.getLocalPort();
  }

  @Override
  public void tell(Lie lie, long seed, int honest) {
    plan = new Plan(lie, seed, honest);
  }

  @Override
  public void beHonest() {
    plan = null;
  }

  @Override
  public int open() {
    return clients.size();
  }

  private void accept() {
    while (closed.getCount() > 0) {
      try {
        Socket client = entry.accept();
        clients.add(client);
        Thread.ofVirtual().name("lying-wire").start(() -> serve(client));
      } catch (IOException e) {
        // closed
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket honest = new Socket(InetAddress.getLoopbackAddress(), server)) {
      Socket truth = toServer ? client : honest;
      Socket told = toServer ? honest : client;
      Thread questions = Thread.ofVirtual().name("lying-wire").start(() -> ask(told, truth));
      answer(truth.getInputStream(), told.getOutputStream(), plan);
      told.shutdownOutput();
      questions.join();
    } catch (IOException e) {
      // one of them has hung up, and so does the other
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clients.remove(client);
    }
  }

  /** Until who is lied to hangs up, which also ends the answers. */
  private static void ask(Socket told, Socket truth) {
    try (told;
        truth) {
      told.getInputStream().transferTo(truth.getOutputStream());
    } catch (IOException e) {
      // hung up
    }
  }

  private void answer(InputStream from, OutputStream to, @Nullable Plan lies)
      throws IOException, InterruptedException {
    BentBytes bent = new BentBytes(new Random(lies == null ? 0 : lies.seed()));
    byte[] buffer = new byte[PIECE];
    int answers = 0;
    for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
      byte[] answer = Arrays.copyOf(buffer, count);
      if (lies == null || answers++ < lies.honest()) {
        to.write(answer);
      } else if (!tell(lies.lie(), answer, bent, to)) {
        return;
      }
    }
  }

  /** False when nothing comes after it. */
  private boolean tell(Lie lie, byte[] answer, BentBytes bent, OutputStream to)
      throws IOException, InterruptedException {
    switch (lie) {
      case WRONG_LENGTH -> to.write(bent.wrongLength(answer));
      case TRUNCATED -> to.write(bent.truncated(answer));
      case REPEATED -> {
        for (int i = bent.times(); i > 0; i--) {
          to.write(answer);
        }
      }
      case LATE -> {
        if (!closed.await(LATE_MILLIS, TimeUnit.MILLISECONDS)) {
          to.write(answer);
        }
      }
      case ENORMOUS -> {
        to.write(bent.truncated(answer));
        to.write(bent.filler(ENORMOUS));
        to.write(answer);
      }
      case NEVER_ENDING -> {
        to.write(bent.truncated(answer));
        byte[] filler = bent.times() == 2 ? answer : bent.filler(PIECE);
        while (true) {
          to.write(filler);
        }
      }
    }
    return lie != Lie.TRUNCATED && lie != Lie.ENORMOUS;
  }

  @Override
  public void close() {
    closed.countDown();
    try (entry) {
      for (Socket client : clients) {
        client.close();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
