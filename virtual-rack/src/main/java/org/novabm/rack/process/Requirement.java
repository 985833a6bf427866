package org.novabm.rack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program or file of another package.
 *
 * @param name a program's name, or a file's absolute path
 * @param debianPackage the package that brings it
 */
public record Requirement(String name, String debianPackage) {

  public boolean isMet() {
    return name.startsWith("/") ? Files.exists(Path.of(name)) : SearchPath.find(name).isPresent();
  }

  /** Those of the given ones that are not installed. */
  public static List<Requirement> missing(Collection<Requirement> all) {
    return all.stream().filter(one -> !one.isMet()).toList();
  }

  /**
   * Refuses to go on without the given ones.
   *
   * @throws RackException.Missing naming the packages to install
   */
  public static void check(Collection<Requirement> all) {
    List<Requirement> missing = missing(all);
    if (!missing.isEmpty()) {
      throw new RackException.Missing(
          "not installed: %s; try: apt-get install %s"
              .formatted(
                  missing.stream().map(Requirement::name).collect(Collectors.joining(", ")),
                  missing.stream()
                      .map(Requirement::debianPackage)
                      .distinct()
                      .collect(Collectors.joining(" "))));
    }
  }
}
