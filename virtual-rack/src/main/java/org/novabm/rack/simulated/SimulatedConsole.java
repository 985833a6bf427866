package org.novabm.rack.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The serial console of a simulated server: lines in a file. */
public final class SimulatedConsole {

  private final Path file;

  SimulatedConsole(Path file) {
    this.file = file;
  }

  public Path file() {
    return file;
  }

  /** All that was shown since the file was made. */
  public String text() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("console " + file + " cannot be read", e);
    }
  }

  void line(String text) {
    try {
      Files.writeString(
          file,
          text + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("console " + file + " cannot be written", e);
    }
  }
}
