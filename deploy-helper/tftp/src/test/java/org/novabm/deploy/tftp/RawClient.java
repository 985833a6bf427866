package org.novabm.deploy.tftp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A client that sends what a test wants, also what no decent client sends. */
final class RawClient implements AutoCloseable {

  private final DatagramSocket socket;
  private @Nullable SocketAddress transfer;

  RawClient() throws IOException {
    socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  void ask(RunningServer server, int code, String... texts) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(1024).putShort((short) code);
    for (String text : texts) {
      packet.put(text.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    }
    socket.send(new DatagramPacket(packet.array(), packet.position(), server.address()));
  }

  void send(RunningServer server, byte[] packet) throws IOException {
    socket.send(new DatagramPacket(packet, packet.length, server.address()));
  }

  void reply(byte[] packet) throws IOException {
    socket.send(new DatagramPacket(packet, packet.length, transfer));
  }

  void acknowledge(int block) throws IOException {
    answer(4, block, "");
  }

  void answer(int code, int number, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    byte[] packet =
        ByteBuffer.allocate(4 + bytes.length)
            .putShort((short) code)
            .putShort((short) number)
            .put(bytes)
            .array();
    socket.send(new DatagramPacket(packet, packet.length, transfer));
  }

  /** The next packet, as text; null when none comes in time. */
  @Nullable String next(int millis) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[70_000], 70_000);
    socket.setSoTimeout(millis);
    try {
      socket.receive(packet);
    } catch (SocketTimeoutException e) {
      return null;
    }
    transfer = packet.getSocketAddress();
    return new String(
        Arrays.copyOf(packet.getData(), packet.getLength()), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    socket.close();
  }
}
