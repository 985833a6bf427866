package org.novabm.app.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds the process that is to be killed at the boundary that the file {@code armed} names, and
 * says so in the file {@code reached}, until {@code armed} is gone.
 */
public final class Gate {

  private static final long LOOK_NANOS = 2_000_000;

  private final Path armed;
  private final Path reached;

  public Gate(Path folder) {
    this.armed = folder.resolve("armed");
    this.reached = folder.resolve("reached");
  }

  void arm(Boundary boundary) throws IOException {
    Files.deleteIfExists(reached);
    Path draft = Files.writeString(armed.resolveSibling("draft"), boundary.text());
    Files.move(draft, armed, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  void open() throws IOException {
    Files.deleteIfExists(armed);
  }

  boolean isReached() {
    return Files.exists(reached);
  }

  void pass(Boundary boundary) {
    try {
      if (!isArmedFor(boundary)) {
        return;
      }
      Files.writeString(reached, boundary.text());
      while (isArmedFor(boundary)) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isArmedFor(Boundary boundary) throws IOException {
    try {
      return Files.readString(armed).equals(boundary.text());
    } catch (java.nio.file.NoSuchFileException e) {
      return false;
    }
  }
}
