package org.novabm.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;

/**
 * Where a command reads and writes.
 *
 * @param coloured whether somebody sees the output who can see colours
 */
record Terminal(InputStream in, PrintWriter out, PrintWriter err, boolean coloured) {

  /** The process's own; colours when both ends are a terminal and nobody set NO_COLOR. */
  @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again where no terminal is
  static Terminal system(Map<String, String> environment) {
    Console console = System.console();
    boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(
        System.in,
        new PrintWriter(System.out, true, System.out.charset()),
        new PrintWriter(System.err, true, System.err.charset()),
        !plain && console != null && console.isTerminal());
  }
}
