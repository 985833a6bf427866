package org.novabm.app.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the distribution carries of others: these jars and no others, and none with a flaw known of
 * it. Runs without a network.
 */
class LibrariesIT {

  private static final Path CHECKOUT = Path.of(System.getProperty("novabm.checkout"));
  private static final Path DISTRIBUTION = CHECKOUT.resolve("target/novabm");
  private static final Path ASSEMBLY = CHECKOUT.resolve("compute-driver/app/src/main/assembly");
  private static final String REWRITE =
      "./mvnw -pl compute-driver/app -am verify -Dtest=None -Dit.test=LibrariesIT"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false"
          + " -Dnovabm.rewrite";

  /** Two quarterly updates. */
  private static final int OLD_DAYS = 190;

  private static BillOfMaterials bill() throws IOException {
    return BillOfMaterials.read(DISTRIBUTION.resolve("sbom.cdx.json"));
  }

  @Test
  void theLibrariesAreThoseOnRecord() throws IOException {
    Path kept = ASSEMBLY.resolve("libraries");
    String lines = bill().lines();
    if (System.getProperty("novabm.rewrite") != null) {
      Files.writeString(kept, lines);
    }
    assertThat(lines)
        .as("look at what changed, then write it anew: " + REWRITE)
        .isEqualTo(Files.readString(kept));
  }

  @Test
  void theJarsAreThoseOfTheBill() throws Exception {
    Set<String> expected = new TreeSet<>();
    bill().libraries().values().forEach(library -> expected.add(library.sha256()));
    Set<String> found = new TreeSet<>();
    try (Stream<Path> jars = Files.list(DISTRIBUTION.resolve("lib"))) {
      for (Path jar : jars.filter(LibrariesIT::isOfOthers).toList()) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        found.add(HexFormat.of().formatHex(digest));
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  private static boolean isOfOthers(Path jar) {
    return jar.toString().endsWith(".jar") && !jar.getFileName().toString().startsWith("novabm-");
  }

  @Test
  void theServicesClassPathHasNoSimulatorsAndNoBenchmarks() throws IOException {
    try (Stream<Path> jars = Files.list(DISTRIBUTION.resolve("lib"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .contains("rack")
          .noneMatch(jar -> jar.matches("novabm-(virtual-rack|bench)-.*"));
    }
    try (Stream<Path> jars = Files.list(DISTRIBUTION.resolve("lib/rack"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .singleElement()
          .asString()
          .startsWith("novabm-virtual-rack-");
    }
  }

  @Test
  void noneHasAKnownFlaw() throws IOException {
    List<LeastVersion> least = LeastVersion.read(ASSEMBLY.resolve("least-versions"));
    bill()
        .libraries()
        .forEach(
            (name, library) ->
                least.stream()
                    .filter(one -> one.concerns(name))
                    .forEach(
                        one ->
                            assertThat(one.isMetBy(library.version()))
                                .as("%s %s is older than %s", name, library.version(), one)
                                .isTrue()));
  }

  @Test
  void theJdkHasNoKnownFlaw() throws IOException {
    LeastVersion least =
        LeastVersion.read(ASSEMBLY.resolve("least-versions")).stream()
            .filter(one -> one.concerns("jdk"))
            .findFirst()
            .orElseThrow();
    String version = System.getProperty("java.version");
    assertThat(least.isMetBy(version)).as("JDK %s is older than %s", version, least).isTrue();
    LocalDate date = LocalDate.parse(System.getProperty("java.version.date"));
    if (date.plusDays(OLD_DAYS).isBefore(LocalDate.now(java.time.ZoneOffset.UTC))) {
      System.out.printf(
          "NOTICE: JDK %s is of %s: two quarterly updates came since; take a newer one%n",
          version, date);
    }
  }
}
