package org.novabm.deploy.tftp;

import java.io.IOException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Where a server finds what it is asked for. Called by many threads at once. */
@FunctionalInterface
public interface FileSource {

  /**
   * Opens a file for one transfer, which closes it.
   *
   * @param name what the client named: 1 to {@link TftpSettings#nameBytes()} printable ASCII
   *     characters, parts with one slash between them and none in front; not trusted, may hold
   *     {@code ..} and lead anywhere
   * @param client who asks
   * @return null when there is no such file for this client
   * @throws java.nio.file.AccessDeniedException when there is one that must not be read; the client
   *     is told "access violation"
   * @throws IOException when it cannot be read; the client is told so, without the reason
   */
  @Nullable TftpContent open(String name, InetAddress client) throws IOException;
}
