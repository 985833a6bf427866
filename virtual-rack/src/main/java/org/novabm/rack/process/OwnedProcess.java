package org.novabm.rack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A running program known by its pid file.
 *
 * <p>Process ids are used again. So a process counts as ours only while its command line names a
 * path of ours; that also passes over zombies, whose command line is empty.
 *
 * @param pidFile holds the process id in decimal
 * @param mark a path that stands in its command line and in no other's
 */
public record OwnedProcess(Path pidFile, Path mark) {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(1);
  private static final int LOOKS = 1000;
  private static final Duration KILL_TIME = Duration.ofSeconds(20);

  /** Its process id, empty when it does not run. */
  public OptionalLong pid() {
    try {
      long pid = Long.parseLong(Files.readString(pidFile).strip());
      String line = commandLine(Path.of("/proc", Long.toString(pid)));
      return line.contains(mark.toString()) ? OptionalLong.of(pid) : OptionalLong.empty();
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * The command line is empty for a zombie, but also for the moment in which a program is loaded.
   * Only the latter has an executable.
   */
  private static String commandLine(Path process) throws IOException {
    String line = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
    for (int look = 0; look < LOOKS && line.isEmpty() && isLoading(process); look++) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      line = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
    }
    return line;
  }

  private static boolean isLoading(Path process) {
    return Files.exists(process.resolve("exe"));
  }

  /** For messages: what is to be seen of it. */
  String looks() {
    try {
      String pid = Files.readString(pidFile).strip();
      String line = Files.readString(Path.of("/proc", pid, "cmdline"), StandardCharsets.ISO_8859_1);
      return "process %s is '%s'".formatted(pid, line.replace('\0', ' ').strip());
    } catch (IOException e) {
      return "there is no " + e.getMessage();
    }
  }

  public boolean alive() {
    return pid().isPresent();
  }

  /**
   * Ends it: asks, and kills it when it has not gone within {@code grace}. Nothing to do when it
   * does not run.
   *
   * @throws RackException.TimedOut when not even killing helps
   */
  public void stop(Duration grace, Waiting waiting) {
    OptionalLong pid = pid();
    if (pid.isPresent()) {
      ProcessHandle.of(pid.getAsLong()).ifPresent(ProcessHandle::destroy);
      try {
        waiting.until("the end of process " + pid.getAsLong(), grace, () -> !alive());
      } catch (RackException.TimedOut e) {
        kill(waiting);
      }
    }
    forget();
  }

  private void kill(Waiting waiting) {
    pid().stream().boxed().flatMap(p -> ProcessHandle.of(p).stream()).forEach(this::killOne);
    waiting.until("the end of the killed process of " + pidFile, KILL_TIME, () -> !alive());
  }

  private void killOne(ProcessHandle process) {
    process.destroyForcibly();
  }

  private void forget() {
    try {
      if (Files.exists(pidFile)) {
        Files.delete(pidFile);
      }
    } catch (IOException e) {
      throw new RackException("cannot delete " + pidFile, e);
    }
  }
}
