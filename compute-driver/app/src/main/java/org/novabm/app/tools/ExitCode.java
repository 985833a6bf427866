package org.novabm.app.tools;

import java.util.Arrays;

/** How a command ends; the same for all of them, and part of their help. */
enum ExitCode {
  OK("done"),
  REFUSED("refused or failed; the message says why"),
  USAGE("wrong usage or configuration"),
  UNREACHABLE("the service or the database does not answer");

  private final String meaning;

  ExitCode(String meaning) {
    this.meaning = meaning;
  }

  int number() {
    return ordinal();
  }

  /** In picocli's form for the help. */
  static String[] lines() {
    return Arrays.stream(values())
        .map(code -> code.number() + ":" + code.meaning)
        .toArray(String[]::new);
  }
}
