package org.novabm.netswitch.junos;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.junos.netconf.NetconfSession;
import org.novabm.netswitch.junos.netconf.RpcFailure;
import org.novabm.netswitch.junos.netconf.Transport;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import org.w3c.dom.Element;

/** The session with one switch: opened when it is needed, and again after it broke. */
final class Sessions implements AutoCloseable {

  /** Gets a connection to the switch. */
  interface Connector {
    Transport connect(Deadline deadline) throws IOException;
  }

  private final Endpoint endpoint;
  private final Connector connector;
  private @Nullable NetconfSession session;

  Sessions(Endpoint endpoint, Connector connector) {
    this.endpoint = endpoint;
    this.connector = connector;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** Asks on the session there is, or on a new one; a session that breaks is forgotten. */
  Element call(String operation, Deadline deadline) throws IOException, RpcFailure {
    NetconfSession open = session == null ? open(deadline) : session;
    try {
      return open.call(operation, deadline);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /**
   * Asks for what may be asked twice: a session that was kept is tried, and when it turns out to be
   * dead, a new one.
   */
  Element ask(String operation, Deadline deadline) throws IOException, RpcFailure {
    boolean kept = session != null;
    try {
      return call(operation, deadline);
    } catch (IOException e) {
      if (!kept || deadline.isOver()) {
        throw e;
      }
      return call(operation, deadline);
    }
  }

  private NetconfSession open(Deadline deadline) throws IOException {
    Transport transport = connector.connect(deadline);
    try {
      NetconfSession opened = NetconfSession.open(transport, deadline);
      session = opened;
      return opened;
    } catch (IOException e) {
      transport.close();
      throw e;
    }
  }

  @Override
  public void close() {
    NetconfSession open = session;
    session = null;
    if (open != null) {
      open.close();
    }
  }
}
