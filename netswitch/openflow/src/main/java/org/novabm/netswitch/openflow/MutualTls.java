package org.novabm.netswitch.openflow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/** TLS sockets on which the caller, too, shows a certificate. */
final class MutualTls extends ServerSocketFactory {

  private final ServerSocketFactory plain;

  MutualTls(ServerSocketFactory plain) {
    this.plain = plain;
  }

  private static ServerSocket strict(ServerSocket socket) {
    ((SSLServerSocket) socket).setNeedClientAuth(true);
    return socket;
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return strict(plain.createServerSocket());
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return strict(plain.createServerSocket(port));
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    return strict(plain.createServerSocket(port, backlog));
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return strict(plain.createServerSocket(port, backlog, address));
  }
}
