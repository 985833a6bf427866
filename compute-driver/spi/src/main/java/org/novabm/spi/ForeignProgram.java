package org.novabm.spi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of others that a back end runs for one command. It reads nothing, is ended at the
 * deadline, and speaks English.
 *
 * @param endpoint the device this is about, for messages
 * @param line the program and its arguments, none of them secret: others see them
 */
public record ForeignProgram(String endpoint, List<String> line) {

  private static final int LONGEST_OUTPUT = 16 << 10;

  public ForeignProgram {
    line = List.copyOf(line);
  }

  /**
   * How it ended.
   *
   * @param status 0 for done, as the program means it
   * @param text what it printed, to both streams; at most 16 KiB
   */
  public record Ending(int status, String text) {

    public boolean done() {
      return status == 0;
    }

    /** The text on one line, for messages. */
    public String brief() {
      return text.strip().replace('\n', ' ');
    }
  }

  /**
   * Runs it.
   *
   * @throws BackendException.Unreachable when it does not end in time
   * @throws BackendException.Unsupported when it cannot be started
   */
  public Ending run(Deadline deadline) {
    try {
      Path printed = Files.createTempFile("novabm-program", ".out");
      try {
        return ending(start(printed), printed, deadline);
      } finally {
        Files.deleteIfExists(printed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(
          endpoint, "interrupted while waiting for " + line.getFirst(), e);
    } catch (IOException e) {
      throw new BackendException.Unsupported(
          endpoint,
          "%s cannot be run (%s); is it installed?".formatted(line.getFirst(), e.getMessage()));
    }
  }

  private Process start(Path printed) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(printed.toFile());
    process.environment().put("LC_ALL", "C");
    return process.start();
  }

  private Ending ending(Process process, Path printed, Deadline deadline)
      throws IOException, InterruptedException {
    try {
      if (!process.waitFor(deadline.leftMillis(), TimeUnit.MILLISECONDS)) {
        throw new BackendException.Unreachable(
            endpoint, "%s has no answer in time".formatted(line.getFirst()));
      }
      byte[] bytes = Files.readAllBytes(printed);
      return new Ending(
          process.exitValue(),
          new String(bytes, 0, Math.min(bytes.length, LONGEST_OUTPUT), StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }
}
