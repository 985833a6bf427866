package org.novabm.spi.contract.lies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of clients in docs/contributing.md names every test of this kind, and no other. */
class LiesPageTest {

  private static final Path CHECKOUT =
      Path.of(System.getProperty("novabm.checkout", "../..")).toAbsolutePath();
  private static final Pattern TEST = Pattern.compile("`([A-Za-z]+Test)`");
  private static final Pattern CONTRACT =
      Pattern.compile("implements [\\w, ]*Lying(Peer|Program)Contract");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|(.*)$");
  private static final Pattern SECOND = Pattern.compile("(?m)^\\| [^|]*\\| ([^|]*)\\|.*$");

  @Test
  void everyClientThatIsLiedToHasItsLine() throws IOException {
    TreeSet<String> ours = new TreeSet<>();
    TreeSet<String> all = new TreeSet<>();
    for (Path file : tests()) {
      String name = file.getFileName().toString().replace(".java", "");
      all.add(name);
      if (CONTRACT.matcher(Files.readString(file)).find()) {
        ours.add(name);
      }
    }
    assertThat(page(SECOND)).isEqualTo(ours);
    assertThat(all).containsAll(page(ROW));
  }

  private static List<Path> tests() throws IOException {
    List<Path> tests = new ArrayList<>();
    Files.walkFileTree(
        CHECKOUT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            // what is built comes and goes meanwhile
            String name = folder.getFileName().toString();
            return name.equals("target") || name.equals(".git")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith("Test.java")) {
              tests.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return tests;
  }

  /** The names of tests in the part of each row that the pattern captures. */
  private static Set<String> page(Pattern row) throws IOException {
    String text = Files.readString(CHECKOUT.resolve("docs/contributing.md"));
    String table = text.substring(text.indexOf("## Peers that lie"));
    return row.matcher(table)
        .results()
        .flatMap((MatchResult it) -> TEST.matcher(it.group(1)).results())
        .map((MatchResult it) -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
