package org.novabm.netswitch.openvswitch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

/** A database server that says what a test tells it to say, to the first connection. */
final class ScriptedDatabase implements AutoCloseable {

  /** What it does with a connection. */
  interface Script {
    void play(InputStream in, OutputStream out) throws IOException;
  }

  private final ServerSocket server;
  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

  ScriptedDatabase(Script script) throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(script));
  }

  private void serve(Script script) {
    try (Socket socket = server.accept()) {
      script.play(socket.getInputStream(), socket.getOutputStream());
    } catch (IOException e) {
      heard.add("broke: " + e.getMessage());
    }
  }

  Endpoint endpoint() {
    return new Endpoint("127.0.0.1", server.getLocalPort(), "", Secret.EMPTY);
  }

  /** Reads what the client sent until now has a whole text in it. */
  void listen(InputStream in, String awaited) throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] piece = new byte[4096];
    while (text.indexOf(awaited) < 0) {
      int count = in.read(piece);
      if (count < 0) {
        throw new IOException("the client went away before it said " + awaited);
      }
      text.append(new String(piece, 0, count, UTF_8));
    }
    heard.add(text.toString());
  }

  String heard() throws InterruptedException {
    String text = heard.poll(30, TimeUnit.SECONDS);
    if (text == null) {
      throw new AssertionError("nothing was heard");
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
