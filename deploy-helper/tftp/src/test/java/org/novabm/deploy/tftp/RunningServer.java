package org.novabm.deploy.tftp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A server on loopback and a free port. */
record RunningServer(TftpServer server) implements AutoCloseable {

  static RunningServer of(FileSource source, TftpSettings settings) throws IOException {
    TftpServer server =
        new TftpServer(
            source, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), settings);
    server.start();
    return new RunningServer(server);
  }

  /** Serves the same bytes under every name. */
  static RunningServer serving(byte[] bytes, TftpSettings settings) throws IOException {
    return of((_, _) -> TftpContent.of(bytes), settings);
  }

  int port() {
    return server.port();
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
  }

  void stop() throws IOException {
    server.close();
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
