package org.novabm.deploy.agent.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Many connections from many addresses that are kept open as long as possible: each sends the
 * beginning of something and then a byte now and then, and comes again when it is cut.
 */
final class Crowd implements AutoCloseable {

  private static final List<String> BEGINNINGS =
      List.of(
          "",
          "GET /small HTTP/1.1\r\nX: ",
          "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4000\r\n\r\nmac=");

  private final int port;
  private final int addresses;
  private final @Nullable SocketChannel[] members;
  private final AtomicLong opened = new AtomicLong();
  private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::drip);
  private volatile boolean over;

  Crowd(int port, int members, int addresses) {
    this.port = port;
    this.addresses = addresses;
    this.members = new SocketChannel[members];
    thread.start();
  }

  long opened() {
    return opened.get();
  }

  private void drip() {
    while (!over) {
      for (int i = 0; i < members.length && !over; i++) {
        try {
          @Nullable SocketChannel member = members[i];
          if (member == null) {
            members[i] = open(i);
          } else if (i % BEGINNINGS.size() != 0) {
            member.write(ByteBuffer.wrap(new byte[] {'a'}));
          } else if (member.read(ByteBuffer.allocate(1)) < 0) {
            throw new IOException("cut");
          }
        } catch (IOException e) {
          leave(i);
        }
      }
    }
    for (int i = 0; i < members.length; i++) {
      leave(i);
    }
  }

  private SocketChannel open(int number) throws IOException {
    SocketChannel member = SocketChannel.open();
    try {
      int address = number % addresses;
      member.bind(
          new InetSocketAddress(
              InetAddress.ofLiteral("127.1." + address / 200 + "." + (address % 200 + 1)), 0));
      member.configureBlocking(false);
      member.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      if (!member.finishConnect()) {
        throw new IOException("the queue of the port is full");
      }
      String beginning = BEGINNINGS.get(number % BEGINNINGS.size());
      member.write(ByteBuffer.wrap(beginning.getBytes(StandardCharsets.US_ASCII)));
      opened.incrementAndGet();
      return member;
    } catch (IOException e) {
      member.close();
      throw e;
    }
  }

  private void leave(int number) {
    @Nullable SocketChannel member = members[number];
    members[number] = null;
    if (member != null) {
      try {
        member.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
