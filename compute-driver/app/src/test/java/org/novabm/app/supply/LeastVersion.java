package org.novabm.app.supply;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The first version of something without the flaws known of it.
 *
 * @param name {@code group:name}, {@code group:*}, or {@code jdk}
 * @param why the flaws
 */
record LeastVersion(String name, String version, String why) {

  static List<LeastVersion> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(LeastVersion::parse)
        .toList();
  }

  private static LeastVersion parse(String line) {
    String[] fields = line.split("\\s+", 3);
    return new LeastVersion(fields[0], fields[1], fields[2]);
  }

  boolean concerns(String library) {
    return name.endsWith(":*")
        ? library.startsWith(name.substring(0, name.length() - 1))
        : library.equals(name);
  }

  boolean isMetBy(String found) {
    return Version.parse(numbers(found)).compareTo(Version.parse(version)) >= 0;
  }

  /** Without {@code .Final} and {@code -jre}, which are no parts of an order. */
  private static String numbers(String version) {
    return version.replaceFirst("[.-][A-Za-z].*$", "");
  }
}
