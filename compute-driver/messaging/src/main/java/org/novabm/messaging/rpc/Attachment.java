package org.novabm.messaging.rpc;

import com.rabbitmq.client.Connection;
import java.io.IOException;

/** What lives on a connection and is set up again on the next one. */
public interface Attachment {

  /**
   * Declares and consumes. If something of it breaks later without the connection, it aborts the
   * connection.
   *
   * @throws IOException when the broker refuses; the link then tries again later
   */
  void attach(Connection connection) throws IOException;

  /**
   * Asks the broker whether it still works; called from time to time, never beside {@link #attach}.
   *
   * @throws IOException saying what does not; the link then connects anew
   */
  default void probe() throws IOException {}

  /** The connection is gone. */
  void detach();
}
