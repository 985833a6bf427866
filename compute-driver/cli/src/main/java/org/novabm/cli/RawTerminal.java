package org.novabm.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terminal while every key goes to the machine: no echo, no editing, no signals. Where there is
 * none, or no {@code stty}, nothing changes.
 */
final class RawTerminal implements AutoCloseable {

  private final @Nullable String before;
  private final Thread atExit = new Thread(this::restore, "terminal");

  private RawTerminal(@Nullable String before) {
    this.before = before;
  }

  static RawTerminal enter() {
    RawTerminal terminal = new RawTerminal(stty("-g"));
    if (terminal.isOne()) {
      Runtime.getRuntime().addShutdownHook(terminal.atExit);
      stty("raw", "-echo");
    }
    return terminal;
  }

  /** Whether somebody types. */
  boolean isOne() {
    return before != null;
  }

  private void restore() {
    if (before != null) {
      stty(before);
    }
  }

  @Override
  public void close() {
    if (isOne()) {
      Runtime.getRuntime().removeShutdownHook(atExit);
      restore();
    }
  }

  /** What it prints, null when it fails. */
  private static @Nullable String stty(String... words) {
    List<String> command = new ArrayList<>(List.of("stty"));
    command.addAll(List.of(words));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return process.waitFor() == 0 ? output : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
