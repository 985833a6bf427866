package org.novabm.netswitch.junos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.junos.netconf.Transport;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;

/**
 * Keeps what is said with a switch, one file a session, for a report or a test: each message after
 * a line that says who sent it. Passwords, keys and communities are taken out first.
 */
final class SessionTrace implements Transport {

  static final String SENT = "=== sent";
  static final String RECEIVED = "=== received";

  private static final Pattern SECRET =
      Pattern.compile(
          "<((?:[a-z-]*password|secret|[a-z-]*-key|ssh-[a-z0-9-]+|community|psk|hello-key))>[^<]*<");

  private final Transport transport;
  private final Path file;

  private SessionTrace(Transport transport, Path file) {
    this.transport = transport;
    this.file = file;
  }

  /** The transport itself when there is no folder. */
  static Transport of(@Nullable Path folder, Transport transport, Endpoint endpoint)
      throws IOException {
    if (folder == null) {
      return transport;
    }
    Files.createDirectories(folder);
    String name = endpoint.address().replaceAll("[^A-Za-z0-9.-]", "_");
    return new SessionTrace(transport, Files.createTempFile(folder, name + "-", ".trace"));
  }

  static String scrubbed(String message) {
    return SECRET.matcher(message).replaceAll("<$1>***<");
  }

  private void keep(String direction, String message) throws IOException {
    Files.writeString(
        file, direction + "\n" + scrubbed(message).strip() + "\n", StandardOpenOption.APPEND);
  }

  @Override
  public void send(String message, Deadline deadline) throws IOException {
    keep(SENT, message);
    transport.send(message, deadline);
  }

  @Override
  public String receive(Deadline deadline) throws IOException {
    String message = transport.receive(deadline);
    keep(RECEIVED, message);
    return message;
  }

  @Override
  public void useChunks() {
    transport.useChunks();
  }

  @Override
  public void close() {
    transport.close();
  }
}
