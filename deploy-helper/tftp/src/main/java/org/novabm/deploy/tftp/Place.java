package org.novabm.deploy.tftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** One transfer's place. */
final class Place {

  private final InetAddress client;
  private boolean gone;
  private @Nullable Peer peer;

  Place(InetAddress client) {
    this.client = client;
  }

  InetAddress client() {
    return client;
  }

  /**
   * Its thread has begun.
   *
   * @throws SocketException when it had to give way before that
   */
  synchronized void begins(Peer with) throws SocketException {
    if (gone) {
      throw new SocketException("its place went to another");
    }
    peer = with;
  }

  synchronized void giveWay() {
    gone = true;
    if (peer != null) {
      try {
        peer.close();
      } catch (IOException e) {
        throw new UncheckedIOException("a socket did not close", e);
      }
    }
  }
}
