package org.novabm.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A class name stands once in the tree, so that a word means one thing in all of it. */
class ClassNamesTest {

  private static final Path CHECKOUT = Path.of(System.getProperty("novabm.checkout"));
  private static final Set<String> NO_SOURCES =
      Set.of(".git", "target", "var", "test", "resources");

  @Test
  void everyClassNameStandsOnce() throws IOException {
    Map<String, List<Path>> places = new TreeMap<>();
    Files.walkFileTree(
        CHECKOUT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NO_SOURCES.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (name.endsWith(".java") && !name.equals("package-info.java")) {
              places.computeIfAbsent(name, _ -> new ArrayList<>()).add(CHECKOUT.relativize(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    assertThat(places).hasSizeGreaterThan(500).containsKey("ProvisionState.java");
    assertThat(places.values().stream().filter(paths -> paths.size() > 1))
        .as("rename one of each: to the word that its field uses")
        .isEmpty();
  }
}
