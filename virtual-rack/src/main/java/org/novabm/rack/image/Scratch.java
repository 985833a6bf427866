package org.novabm.rack.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.novabm.rack.process.RackException;

/**
 * A folder for work in progress, gone when closed.
 *
 * @param path where it is
 */
record Scratch(Path path) implements AutoCloseable {

  static Scratch create() {
    try {
      return new Scratch(Files.createTempDirectory("novabm-image"));
    } catch (IOException e) {
      throw new RackException("cannot make a temporary folder", e);
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    try {
      delete(path);
    } catch (IOException e) {
      throw new RackException("cannot delete " + path, e);
    }
  }

  static void delete(Path top) throws IOException {
    try (Stream<Path> tree = Files.walk(top)) {
      for (Path one : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
