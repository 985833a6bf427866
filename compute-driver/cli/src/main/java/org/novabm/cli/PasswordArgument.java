package org.novabm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.novabm.rest.Password;
import org.novabm.spi.Secret;

/**
 * A password as it is named on a command line: {@code -} for the first line of standard input,
 * {@code @file} for the first line of a file, else the password itself.
 */
record PasswordArgument(String text) {

  private static final int LONGEST = 4096;

  Secret read(Terminal terminal) {
    if (text.equals("-")) {
      return firstLine(terminal.in(), "standard input");
    }
    if (text.startsWith("@")) {
      return ofFile(Path.of(text.substring(1)));
    }
    if (!text.isEmpty()) {
      terminal
          .err()
          .println(
              "warning: every user of this machine can read a password on the command line;"
                  + " give - or @file instead");
    }
    return Secret.of(text);
  }

  /** The same for a request. */
  Password ofRequest(Terminal terminal) {
    return new Password(read(terminal).reveal());
  }

  /** The first line of a file. */
  static Secret ofFile(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return firstLine(in, file.toString());
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  private static Secret firstLine(InputStream in, String name) {
    try {
      byte[] bytes = in.readNBytes(LONGEST);
      String line = new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("");
      if (line.isEmpty()) {
        throw new ToolException(ExitCode.USAGE, "there is no password in " + name);
      }
      return Secret.of(line);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static ToolException unreadable(String name, IOException e) {
    return new ToolException(ExitCode.USAGE, name + " cannot be read: " + e, e);
  }

  @Override
  public String toString() {
    return "***";
  }
}
