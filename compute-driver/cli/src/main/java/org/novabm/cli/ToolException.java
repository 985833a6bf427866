package org.novabm.cli;

import org.jspecify.annotations.Nullable;

/** The command cannot do what it was asked; one line for the operator and the way to end. */
final class ToolException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  ToolException(ExitCode exitCode, String message) {
    this(exitCode, message, null);
  }

  ToolException(ExitCode exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
