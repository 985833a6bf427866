package org.novabm.app.e2e;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests by TFTP from hundreds of addresses, none of which acknowledges anything; as many as a
 * spoofer sends.
 */
final class UnacknowledgedTransfers implements AutoCloseable {

  private static final byte[] REQUEST =
      "\u0000\u0001deploy.initrd\u0000octet\u0000".getBytes(StandardCharsets.ISO_8859_1);
  private static final int ADDRESSES = 250;

  private final AtomicInteger begun = new AtomicInteger();
  private final Thread thread;

  UnacknowledgedTransfers(int port) {
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    thread = Thread.ofPlatform().name("tftp-flood").start(() -> flood(server));
  }

  int begun() {
    return begun.get();
  }

  private void flood(InetSocketAddress server) {
    try {
      while (!Thread.interrupted()) {
        InetAddress from = InetAddress.ofLiteral("127.67.0." + (1 + begun.get() % ADDRESSES));
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(from, 0))) {
          socket.send(new DatagramPacket(REQUEST, REQUEST.length, server));
          begun.incrementAndGet();
        }
        Thread.sleep(4);
      }
    } catch (InterruptedException e) {
      // the siege is over
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
