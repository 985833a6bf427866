package org.novabm.deploy.tftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests as if from many machines, none of which ever answers: what comes back lies unread in
 * their sockets, and no port is closed, which would tell the server.
 */
final class Flood implements AutoCloseable {

  private final InetSocketAddress server;
  private final byte[] request;
  private final List<DatagramChannel> victims = new ArrayList<>();
  private final AtomicLong sent = new AtomicLong();
  private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::send);
  private volatile boolean over;

  Flood(InetSocketAddress server, int victimCount, String request) throws IOException {
    this.server = server;
    this.request = request.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < victimCount; i++) {
      DatagramChannel victim = DatagramChannel.open();
      victims.add(victim);
      victim.configureBlocking(false);
      String address = "127.7." + i / 200 + "." + (1 + i % 200);
      victim.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
    }
  }

  Flood start() {
    thread.start();
    return this;
  }

  /** One request in the name of each. */
  void sendOnce() throws IOException {
    for (DatagramChannel victim : victims) {
      victim.send(ByteBuffer.wrap(request), server);
      sent.incrementAndGet();
    }
  }

  /** So many a second: more than that, and the queue of the system loses honest ones as well. */
  private static final int RATE = 1000;

  private void send() {
    long start = System.nanoTime();
    try {
      while (!over) {
        for (DatagramChannel victim : victims) {
          victim.send(ByteBuffer.wrap(request), server);
          long due = start + sent.incrementAndGet() * (1_000_000_000L / RATE);
          LockSupport.parkNanos(due - System.nanoTime());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long sent() {
    return sent.get();
  }

  /** On the wire, with the headers of IP and UDP. */
  long bytesSent() {
    return sent.get() * (request.length + 28);
  }

  /** On the wire, to all victims, until every one was answered and no transfer is under way. */
  long allThatComes(TftpServer from) throws IOException, InterruptedException {
    long end = System.nanoTime() + 30_000_000_000L;
    long bytes = 0;
    Set<DatagramChannel> answered = new HashSet<>();
    while (answered.size() < victims.size() || from.busy() > 0) {
      bytes += bytesReceived(answered);
      if (System.nanoTime() - end > 0) {
        throw new AssertionError(answered.size() + " answered, " + from.busy() + " under way");
      }
      Thread.sleep(10);
    }
    return bytes + bytesReceived(answered);
  }

  private long bytesReceived(Set<DatagramChannel> answered) throws IOException {
    long bytes = 0;
    ByteBuffer packet = ByteBuffer.allocate(70_000);
    for (DatagramChannel victim : victims) {
      while (victim.receive(packet.clear()) != null) {
        bytes += packet.position() + 28;
        answered.add(victim);
      }
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (DatagramChannel victim : victims) {
      victim.close();
    }
  }
}
