package org.novabm.deploy.tftp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network between one client and a server that loses and doubles packets, never the request. It
 * takes one request; the client sees the relay's ports, the server too.
 */
final class LossyNetwork implements AutoCloseable {

  private final int lossPercent;
  private final int copyPercent;
  private final Random chance = new Random(42);
  private final InetAddress loopback = InetAddress.getLoopbackAddress();
  private final DatagramSocket entry = socket();
  private final DatagramSocket towardsClient = socket();
  private final DatagramSocket towardsServer = socket();
  private final AtomicInteger lost = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();

  LossyNetwork(int serverPort, int lossPercent, int copyPercent) throws IOException {
    this.lossPercent = lossPercent;
    this.copyPercent = copyPercent;
    threads.add(Thread.ofVirtual().start(() -> relay(new InetSocketAddress(loopback, serverPort))));
  }

  int port() {
    return entry.getLocalPort();
  }

  int lost() {
    return lost.get();
  }

  private DatagramSocket socket() throws IOException {
    return new DatagramSocket(new InetSocketAddress(loopback, 0));
  }

  private void relay(SocketAddress server) {
    try {
      DatagramPacket request = packet();
      entry.receive(request);
      SocketAddress client = request.getSocketAddress();
      request.setSocketAddress(server);
      towardsServer.send(request);
      DatagramPacket first = packet();
      towardsServer.receive(first);
      SocketAddress transfer = first.getSocketAddress();
      first.setSocketAddress(client);
      towardsClient.send(first);
      threads.add(Thread.ofVirtual().start(() -> forward(towardsClient, towardsServer, transfer)));
      forward(towardsServer, towardsClient, client);
    } catch (IOException e) {
      close();
    }
  }

  private void forward(DatagramSocket from, DatagramSocket to, SocketAddress receiver) {
    try {
      while (!from.isClosed()) {
        DatagramPacket packet = packet();
        from.receive(packet);
        packet.setSocketAddress(receiver);
        for (int copies = copies(); copies > 0; copies--) {
          to.send(packet);
        }
      }
    } catch (IOException e) {
      close();
    }
  }

  private synchronized int copies() {
    if (chance.nextInt(100) < lossPercent) {
      lost.incrementAndGet();
      return 0;
    }
    return chance.nextInt(100) < copyPercent ? 2 : 1;
  }

  private static DatagramPacket packet() {
    return new DatagramPacket(new byte[2048], 2048);
  }

  @Override
  public void close() {
    entry.close();
    towardsClient.close();
    towardsServer.close();
  }
}
