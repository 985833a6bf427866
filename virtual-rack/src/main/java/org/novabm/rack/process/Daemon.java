package org.novabm.rack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A program kept running in a session and process group of its own, so that neither a signal of the
 * terminal nor our own end reaches it.
 *
 * @param name for messages
 * @param command the program and its arguments; it must stay in the foreground
 * @param environment added to our own
 * @param process its pid file, and a path that stands among its arguments
 * @param log takes its standard output and error
 */
public record Daemon(
    String name,
    List<String> command,
    Map<String, String> environment,
    OwnedProcess process,
    Path log) {

  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration SECOND_LOOK = Duration.ofMillis(100);

  public Daemon {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Its name and where it says what ails it; for what a {@link Waiting} waits for. */
  public String nameAndLog() {
    return "%s (its log: %s)".formatted(name, log);
  }

  public boolean alive() {
    return process.alive();
  }

  /**
   * Starts it. Does not wait until it serves.
   *
   * @throws RackException when it cannot be started
   */
  public void start() {
    List<String> detached = new ArrayList<>(List.of("setsid"));
    detached.addAll(command);
    try {
      Files.createDirectories(process.pidFile().toAbsolutePath().getParent());
      Process started =
          Program.builder(detached, environment, null)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      Files.writeString(process.pidFile(), started.pid() + "\n");
    } catch (IOException e) {
      throw new RackException("cannot start " + name, e);
    }
  }

  /**
   * For conditions of a {@link Waiting}: throws when the daemon has ended. Looks twice, since about
   * one start in five hundred was taken for dead with nothing in its log, in the moment in which
   * one program takes another's place.
   *
   * @throws RackException with the end of its log
   */
  public void mustLive() {
    if (alive()) {
      return;
    }
    String first = process.looks();
    LockSupport.parkNanos(SECOND_LOOK.toNanos());
    if (!alive()) {
      throw new RackException(
          "%s ended at once (%s, then %s); %s says: %s"
              .formatted(name, first, process.looks(), log, lastLines()));
    }
  }

  /** Ends it within a bounded time; nothing to do when it does not run. */
  public void stop(Waiting waiting) {
    process.stop(GRACE, waiting);
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readString(log).strip().lines().toList();
      return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    } catch (IOException e) {
      return "nothing";
    }
  }
}
