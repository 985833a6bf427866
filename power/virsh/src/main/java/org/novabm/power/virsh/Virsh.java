package org.novabm.power.virsh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;

/** Runs virsh(1), a process a command. */
record Virsh(Domain domain) {

  private static final int LONGEST_OUTPUT = 4096;

  /**
   * What virsh said.
   *
   * @param done it ended with status 0
   */
  record Answer(boolean done, String text) {}

  /**
   * Runs one command on the machine.
   *
   * @throws BackendException.Unreachable when there is no answer in time
   * @throws BackendException.Unsupported when virsh is not installed
   */
  Answer run(String command, Deadline deadline) {
    try {
      Path printed = Files.createTempFile("novabm-virsh", ".out");
      try {
        return answer(start(command, printed), printed, deadline);
      } finally {
        Files.deleteIfExists(printed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable("interrupted while waiting for virsh " + command);
    } catch (IOException e) {
      throw new BackendException.Unsupported(
          domain.display(), "virsh cannot be run (%s); is it installed?".formatted(e.getMessage()));
    }
  }

  private Process start(String command, Path printed) throws IOException {
    List<String> line =
        List.of("virsh", "--quiet", "--connect", domain.uri(), command, domain.name());
    ProcessBuilder process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(printed.toFile());
    process.environment().put("LC_ALL", "C");
    return process.start();
  }

  private Answer answer(Process process, Path printed, Deadline deadline)
      throws IOException, InterruptedException {
    try {
      if (!process.waitFor(deadline.leftMillis(), TimeUnit.MILLISECONDS)) {
        throw unreachable("no answer from %s in time".formatted(domain.uri()));
      }
      byte[] bytes = Files.readAllBytes(printed);
      String text =
          new String(bytes, 0, Math.min(bytes.length, LONGEST_OUTPUT), StandardCharsets.UTF_8);
      return new Answer(process.exitValue() == 0, text.strip());
    } finally {
      process.destroyForcibly();
    }
  }

  private BackendException.Unreachable unreachable(String message) {
    return new BackendException.Unreachable(domain.display(), message);
  }
}
