package org.novabm.rack.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where programs are looked for: PATH, and the system folders an ordinary user's PATH lacks. */
final class SearchPath {

  static final String TEXT =
      Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin")
          + ":/usr/local/sbin:/usr/sbin:/sbin";

  private SearchPath() {}

  static Optional<Path> find(String program) {
    if (program.contains("/")) {
      return Optional.of(Path.of(program)).filter(Files::isExecutable);
    }
    return Stream.of(TEXT.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
        .findFirst();
  }
}
