package org.novabm.spi.contract.lies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Between one client at a time and a server over UDP. */
public final class LyingDatagrams implements LyingPeer {

  /** The most that UDP over IPv4 carries. */
  private static final int ENORMOUS = 65_507;

  private static final int BURST = 20;

  private record Plan(Lie lie, BentBytes bent, int honest) {}

  private final DatagramSocket front = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  private final DatagramSocket back = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  private final CountDownLatch closed = new CountDownLatch(1);
  private final SocketAddress server;
  private volatile @Nullable SocketAddress client;
  private volatile @Nullable Plan plan;
  private volatile int answers;
  private byte[] last = new byte[0];

  /** Passes on what comes to a port of 127.0.0.1. */
  public LyingDatagrams(int server) throws IOException {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), server);
    Thread.ofVirtual().name("lying-datagrams").start(() -> pump(front, this::ask));
    Thread.ofVirtual().name("lying-datagrams").start(() -> pump(back, this::answer));
  }

  @Override
  public int port() {
    return front.getLocalPort();
  }

  @Override
  public void tell(Lie lie, long seed, int honest) {
    answers = 0;
    plan = new Plan(lie, new BentBytes(new Random(seed)), honest);
  }

  @Override
  public void beHonest() {
    plan = null;
  }

  @Override
  public int open() {
    return 0;
  }

  private interface Treatment {
    void of(byte[] bytes, SocketAddress from) throws IOException, InterruptedException;
  }

  private void pump(DatagramSocket from, Treatment treatment) {
    DatagramPacket packet = new DatagramPacket(new byte[ENORMOUS], ENORMOUS);
    while (closed.getCount() > 0) {
      try {
        packet.setLength(ENORMOUS);
        from.receive(packet);
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        treatment.of(bytes, packet.getSocketAddress());
      } catch (IOException e) {
        // the client of the answer before may have gone, and the next one comes
        if (closed.getCount() > 0 && !(e instanceof PortUnreachableException)) {
          throw new UncheckedIOException(e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void ask(byte[] question, SocketAddress from) throws IOException {
    client = from;
    back.send(new DatagramPacket(question, question.length, server));
  }

  private void answer(byte[] answer, SocketAddress from) throws IOException, InterruptedException {
    Plan now = plan;
    // only this thread counts
    int before = answers;
    answers = before + 1;
    if (now == null || before < now.honest()) {
      send(answer);
    } else {
      tell(now, answer);
    }
    last = answer;
  }

  private void tell(Plan now, byte[] answer) throws IOException, InterruptedException {
    switch (now.lie()) {
      case WRONG_LENGTH -> send(now.bent().wrongLength(answer));
      case TRUNCATED -> send(now.bent().truncated(answer));
      case REPEATED -> {
        for (int i = now.bent().times(); i > 0; i--) {
          send(answer);
          send(last);
        }
      }
      case LATE -> send(last);
      case ENORMOUS -> {
        byte[] whole = now.bent().filler(ENORMOUS);
        System.arraycopy(answer, 0, whole, 0, answer.length);
        send(whole);
      }
      case NEVER_ENDING -> flood(now, answer);
    }
  }

  /** Until it is to do something else. */
  private void flood(Plan now, byte[] answer) throws IOException, InterruptedException {
    SocketAddress to = client;
    byte[] one = now.bent().times() == 2 ? answer : now.bent().wrongLength(answer);
    while (now.equals(plan) && java.util.Objects.equals(to, client)) {
      for (int i = 0; i < BURST; i++) {
        send(one);
      }
      if (closed.await(1, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private void send(byte[] answer) throws IOException {
    SocketAddress to = client;
    if (to != null && answer.length > 0) {
      front.send(new DatagramPacket(answer, answer.length, to));
    }
  }

  @Override
  public void close() {
    closed.countDown();
    front.close();
    back.close();
  }
}
