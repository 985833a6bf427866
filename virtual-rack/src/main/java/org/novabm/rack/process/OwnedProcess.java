package org.novabm.rack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

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

  private static final Duration KILL_TIME = Duration.ofSeconds(20);

  /** Its process id, empty when it does not run. */
  public OptionalLong pid() {
    try {
      long pid = Long.parseLong(Files.readString(pidFile).strip());
      String line =
          Files.readString(
              Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
      return line.contains(mark.toString()) ? OptionalLong.of(pid) : OptionalLong.empty();
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
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
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new RackException("cannot delete " + pidFile, e);
    }
  }
}
