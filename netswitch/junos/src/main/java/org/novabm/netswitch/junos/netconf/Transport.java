package org.novabm.netswitch.junos.netconf;

import java.io.IOException;
import org.novabm.spi.Deadline;

/** Carries whole messages to one peer and back. */
public interface Transport extends AutoCloseable {

  void send(String message, Deadline deadline) throws IOException;

  /**
   * The next message.
   *
   * @throws java.net.SocketTimeoutException when there is none in time
   * @throws IOException when there will be none any more
   */
  String receive(Deadline deadline) throws IOException;

  /** Both sides speak base 1.1: what follows is framed in chunks (RFC 6242, section 4.1). */
  void useChunks();

  @Override
  void close();
}
