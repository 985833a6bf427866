package org.novabm.cli;

import java.util.Arrays;

/** How a command ends; the same for all of them, and part of their help. */
enum ExitCode {
  OK(0, "done"),
  REFUSED(1, "refused or failed; the message says why"),
  USAGE(2, "wrong usage or configuration"),
  UNREACHABLE(3, "the service or the database does not answer");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  int number() {
    return number;
  }

  /** In picocli's form for the help. */
  static String[] lines() {
    return Arrays.stream(values())
        .map(code -> code.number + ":" + code.meaning)
        .toArray(String[]::new);
  }
}
