package org.novabm.messaging.rpc;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.novabm.messaging.broker.EmbeddedBroker;
import org.novabm.messaging.frames.InboundLimits;
import org.novabm.spi.Secret;

/**
 * The embedded broker in a process of its own, so that its sockets are not among ours.
 *
 * @param process ends when we do, for it reads from us
 * @param port on 127.0.0.1
 */
record BrokerProcess(Process process, int port) implements AutoCloseable {

  private static final String LISTENS = "listens on ";

  /** Arguments: user, password, folder. */
  public static void main(String[] arguments) throws IOException {
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(
            0, arguments[0], Secret.of(arguments[1]), InboundLimits.USUAL, Path.of(arguments[2]))) {
      System.out.println(LISTENS + broker.port());
      System.in.read();
    }
    // Qpid leaves threads that are no daemons
    System.exit(0);
  }

  /** Starts one and comes back when it listens. */
  static BrokerProcess start(String user, String password, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                user,
                password,
                folder.toString())
            .redirectError(folder.resolve("broker.log").toFile())
            .start();
    try {
      return new BrokerProcess(process, port(process));
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static int port(Process process) throws IOException {
    BufferedReader said = process.inputReader();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(LISTENS)) {
        return Integer.parseInt(line.substring(LISTENS.length()));
      }
    }
    throw new IOException("the broker ended before it listened; see broker.log in its folder");
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
