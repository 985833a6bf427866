package org.novabm.power.ipmi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;

/** A network between one client and one BMC that treats packets as its rules say. */
final class UdpRelay implements AutoCloseable {

  /** Does something with a packet, mostly to pass it on. */
  interface Rule {

    /**
     * @param number of the packet in its direction, from 1
     */
    void treat(byte[] packet, int number, Onward onward) throws IOException;
  }

  /** Passes a packet on. */
  interface Onward {
    void send(byte[] packet) throws IOException;
  }

  static final Rule PASS = (packet, _, onward) -> onward.send(packet);

  private final DatagramSocket front;
  private final DatagramSocket back;
  private final InetSocketAddress bmc;
  private volatile SocketAddress client;
  private volatile boolean closed;

  private UdpRelay(int bmcPort) throws IOException {
    this.bmc = new InetSocketAddress(InetAddress.getLoopbackAddress(), bmcPort);
    this.front = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    this.back = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    this.client = back.getLocalSocketAddress();
  }

  static UdpRelay start(int bmcPort, Rule toBmc, Rule toClient) throws IOException {
    UdpRelay relay = new UdpRelay(bmcPort);
    Thread.ofVirtual().start(() -> relay.pump(relay.front, toBmc, relay::sendToBmc));
    Thread.ofVirtual().start(() -> relay.pump(relay.back, toClient, relay::sendToClient));
    return relay;
  }

  int port() {
    return front.getLocalPort();
  }

  /** The address the client sends from; our own until it has sent something. */
  SocketAddress client() {
    return client;
  }

  private void pump(DatagramSocket from, Rule rule, Onward onward) {
    int number = 0;
    DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
    while (!closed) {
      try {
        from.receive(packet);
        if (from.equals(front)) {
          client = packet.getSocketAddress();
        }
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        rule.treat(bytes, ++number, onward);
      } catch (IOException e) {
        if (!closed) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void sendToBmc(byte[] packet) throws IOException {
    back.send(new DatagramPacket(packet, packet.length, bmc));
  }

  void sendToClient(byte[] packet) throws IOException {
    front.send(new DatagramPacket(packet, packet.length, client));
  }

  @Override
  public void close() {
    closed = true;
    front.close();
    back.close();
  }
}
