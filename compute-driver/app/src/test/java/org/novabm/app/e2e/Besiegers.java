package org.novabm.app.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that take a place each and give nothing for it: they begin a request, go on by a byte
 * every two seconds, read nothing, and come again when they are cut. Each hundred of them has an
 * address of its own out of 127.66.0.0/16, so that whoever bounds clients by address still has
 * them; honest clients have 127.0.0.1.
 */
final class Besiegers implements AutoCloseable {

  private static final int RECEIVE_BUFFER = 2048;
  private static final int TO_AN_ADDRESS = 100;
  private static final int CONNECT_MILLIS = 5000;

  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger attempts = new AtomicInteger();
  private int addresses;

  /** How often one of them has got a connection. */
  int attempts() {
    return attempts.get();
  }

  /** So many more, at one port, each beginning with that text. */
  void at(int port, int number, String beginning) {
    byte[] first = beginning.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < number; i++) {
      if (i % TO_AN_ADDRESS == 0) {
        addresses++;
      }
      String from = "127.66.%d.%d".formatted(addresses / 200, 1 + addresses % 200);
      threads.add(Thread.ofVirtual().start(() -> besiege(from, port, first)));
    }
  }

  private void besiege(String from, int port, byte[] first) {
    try {
      do {
        once(from, port, first);
      } while (!over.await(200, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      // the siege is over
    }
  }

  private void once(String from, int port, byte[] first) throws InterruptedException {
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(RECEIVE_BUFFER);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      attempts.incrementAndGet();
      socket.getOutputStream().write(first);
      while (!over.await(2, TimeUnit.SECONDS)) {
        socket.getOutputStream().write('a');
      }
    } catch (IOException e) {
      // refused or cut, as it should be: it comes again
    }
  }

  @Override
  public void close() {
    over.countDown();
    threads.forEach(Thread::interrupt);
  }
}
