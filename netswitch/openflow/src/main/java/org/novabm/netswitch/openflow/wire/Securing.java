package org.novabm.netswitch.openflow.wire;

import java.io.IOException;
import java.net.Socket;

/** Puts TLS, or nothing, on a connection that was taken. */
@FunctionalInterface
public interface Securing {

  /** Connections stay as they are. */
  Securing NONE = socket -> socket;

  /**
   * The same connection, secured; says nothing on it yet.
   *
   * @throws IOException when it is broken already
   */
  Socket secure(Socket plain) throws IOException;
}
