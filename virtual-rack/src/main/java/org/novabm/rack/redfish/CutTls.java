package org.novabm.rack.redfish;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Where a BMC's web server should be: something with which no TLS comes about. */
public final class CutTls implements AutoCloseable {

  /** What is done with a greeting. */
  public enum How {
    /** Hung up, as by a server that starts. */
    END,
    /** Hung up with a reset. */
    RESET,
    /** Answered in clear. */
    PLAIN,
    /** Answered with the alert {@code protocol_version} (RFC 8446, 6.2). */
    OLD_VERSION,
    /** Answered with the alert {@code handshake_failure}: no common cipher suite. */
    OTHER_SUITES
  }

  private final ServerSocket socket;
  private final How how;

  private CutTls(ServerSocket socket, How how) {
    this.socket = socket;
    this.how = how;
  }

  /** Starts one on a free port of the loopback address. */
  public static CutTls start(How how) throws IOException {
    CutTls cut = new CutTls(new ServerSocket(0, 16, InetAddress.getLoopbackAddress()), how);
    Thread.ofVirtual().name("cut TLS").start(cut::serve);
    return cut;
  }

  public int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket one = socket.accept()) {
        answer(one);
      } catch (IOException e) {
        // it is closed, or the other side hung up first
      }
    }
  }

  private void answer(Socket one) throws IOException {
    one.getInputStream().read(new byte[4096]);
    switch (how) {
      case END -> {}
      case RESET -> one.setSoLinger(true, 0);
      case PLAIN ->
          one.getOutputStream()
              .write("HTTP/1.1 503 Service Unavailable\r\n\r\n".getBytes(US_ASCII));
      case OLD_VERSION -> one.getOutputStream().write(alert(70));
      case OTHER_SUITES -> one.getOutputStream().write(alert(40));
    }
  }

  private static byte[] alert(int description) {
    return new byte[] {21, 3, 1, 0, 2, 2, (byte) description};
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
