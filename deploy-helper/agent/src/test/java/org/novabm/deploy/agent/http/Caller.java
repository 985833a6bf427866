package org.novabm.deploy.agent.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;

/** Somebody at an address of loopback who sends what a test wants. */
final class Caller implements AutoCloseable {

  /** Long enough on a busy machine. */
  private static final int SOON = 20_000;

  private final Socket socket = new Socket();

  Caller(int port, String address) throws IOException {
    this(port, address, 0);
  }

  /** With a small buffer it takes little of what is sent to it. */
  Caller(int port, String address, int bufferBytes) throws IOException {
    if (bufferBytes > 0) {
      socket.setOption(StandardSocketOptions.SO_RCVBUF, bufferBytes);
    }
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
    socket.setSoTimeout(SOON);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), SOON);
  }

  void say(String text) throws IOException {
    say(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void say(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  void saysNoMore() throws IOException {
    socket.shutdownOutput();
  }

  void willReset() throws IOException {
    socket.setOption(StandardSocketOptions.SO_LINGER, 0);
  }

  /** All that comes until the other side closes, which it must. */
  byte[] everything() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the connection stays open", e);
    } catch (IOException e) {
      return all.toByteArray(); // a reset is an end too
    }
    return all.toByteArray();
  }

  String text() throws IOException {
    return new String(everything(), StandardCharsets.ISO_8859_1);
  }

  byte[] some(int bytes) throws IOException {
    InputStream from = socket.getInputStream();
    return from.readNBytes(bytes);
  }

  /** The whole answer to one honest request, closed after it. */
  static String get(int port, String address, String path) throws IOException {
    try (Caller caller = new Caller(port, address)) {
      caller.say("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      return caller.text();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
