package org.novabm.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A program of others that a back end runs for one command. It reads nothing, is ended at the
 * deadline together with all that it started, and speaks English. What it prints is read as it
 * comes, and kept up to a bound: a talkative one fills neither a disk nor the heap.
 *
 * @param endpoint the device this is about, for messages
 * @param line the program and its arguments, none of them secret: others see them
 * @param most bytes that are kept of what it prints, the first
 */
public record ForeignProgram(String endpoint, List<String> line, int most) {

  private static final int USUAL_MOST = 16 << 10;

  /** What a pipe holds. */
  private static final int PIPE = 64 << 10;

  /** How soon what it prints is read. */
  private static final long LISTEN_MILLIS = 10;

  /** Of a message; more helps nobody. */
  private static final int BRIEF = 400;

  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}|\\x{FFFD}");

  public ForeignProgram {
    line = List.copyOf(line);
  }

  /** Of which 16 KiB are kept. */
  public ForeignProgram(String endpoint, List<String> line) {
    this(endpoint, line, USUAL_MOST);
  }

  /**
   * How it ended.
   *
   * @param status 0 for done, as the program means it
   * @param text what it printed as its answer; at most so much as is kept
   * @param complaints what it printed as errors and warnings; at most so much as is kept. A program
   *     that is done may have warned all the same
   */
  public record Ending(int status, String text, String complaints) {

    public boolean done() {
      return status == 0;
    }

    /** What is kept of what it printed, what it complained of first. */
    public String all() {
      return (complaints.strip() + "\n" + text.strip()).strip();
    }

    /** The start of it on one line; for messages. */
    public String brief() {
      String all = all();
      String start = all.length() > BRIEF ? all.substring(0, BRIEF) + "..." : all;
      return UNPRINTABLE.matcher(start).replaceAll(" ");
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
      return ending(start(), deadline);
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

  private Process start() throws IOException {
    ProcessBuilder process = new ProcessBuilder(line).redirectInput(Path.of("/dev/null").toFile());
    process.environment().put("LC_ALL", "C");
    return process.start();
  }

  private Ending ending(Process process, Deadline deadline) throws InterruptedException {
    Printed printed = new Printed(process.getInputStream(), most);
    Printed complaints = new Printed(process.getErrorStream(), most);
    boolean ended = false;
    try {
      ended = listen(process, printed, complaints, deadline);
      if (!ended) {
        throw new BackendException.Unreachable(
            endpoint, "%s has no answer in time".formatted(line.getFirst()));
      }
      return new Ending(process.exitValue(), printed.text(), complaints.text());
    } finally {
      if (!ended) {
        endAll(process);
      }
    }
  }

  /** Until it has ended, and what it printed before is read; false when the time is over first. */
  private static boolean listen(
      Process process, Printed printed, Printed complaints, Deadline deadline)
      throws InterruptedException {
    while (process.isAlive()) {
      if (deadline.isOver()) {
        return false;
      }
      if (!heard(printed, complaints)) {
        process.waitFor(Math.min(LISTEN_MILLIS, deadline.leftMillis()), TimeUnit.MILLISECONDS);
      }
    }
    int pieces = PIPE / Printed.PIECE;
    // a child that it left behind may print on and on
    while (pieces > 0 && heard(printed, complaints)) {
      pieces--;
    }
    return true;
  }

  private static boolean heard(Printed printed, Printed complaints) {
    boolean said = printed.read();
    boolean complained = complaints.read();
    return said || complained;
  }

  /** Its children go too: virsh has an ssh, which would wait for its peer for ever. */
  private static void endAll(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(
        child -> {
          child.descendants().forEach(ProcessHandle::destroyForcibly);
          child.destroyForcibly();
        });
  }
}
