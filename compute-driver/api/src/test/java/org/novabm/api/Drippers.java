package org.novabm.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers who each send the begin of a request and then a byte now and then, and come again as soon
 * as they are thrown out.
 */
final class Drippers implements AutoCloseable {

  private final InetSocketAddress service;
  private final byte[] begin;
  private final List<SocketChannel> callers = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("drippers").unstarted(this::drip);
  private volatile boolean over;
  private final AtomicInteger comeAgain = new AtomicInteger();

  Drippers(int port, int count, String begin) throws IOException {
    this.service = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.begin = begin.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < count; i++) {
      callers.add(arrive());
    }
    thread.start();
  }

  /** Times that a caller was thrown out and came again. */
  int comeAgain() {
    return comeAgain.get();
  }

  private SocketChannel arrive() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.connect(service);
    return channel;
  }

  private void drip() {
    while (!over) {
      try {
        for (int i = 0; i < callers.size() && !over; i++) {
          callers.set(i, oneByteMore(callers.get(i)));
        }
        Thread.sleep(500);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private SocketChannel oneByteMore(SocketChannel caller) throws IOException {
    try {
      if (caller.isConnectionPending()) {
        if (caller.finishConnect()) {
          caller.write(ByteBuffer.wrap(begin));
        }
      } else {
        caller.write(ByteBuffer.wrap(new byte[] {'a'}));
        if (caller.read(ByteBuffer.allocate(1024)) < 0) {
          throw new IOException("thrown out");
        }
      }
      return caller;
    } catch (IOException _) {
      caller.close();
      comeAgain.incrementAndGet();
      return arrive();
    }
  }

  @Override
  public void close() throws IOException {
    over = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (SocketChannel caller : callers) {
      caller.close();
    }
  }
}
