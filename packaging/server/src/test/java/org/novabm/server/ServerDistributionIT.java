package org.novabm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is unpacked on a server: the service and its tools, and nothing to try them with. */
class ServerDistributionIT {

  private static final Path CHECKOUT = Path.of(System.getProperty("novabm.checkout"));
  private static final Path DISTRIBUTION = CHECKOUT.resolve("target/novabm-server");
  private static final Pattern IN_BILL =
      Pattern.compile("\"purl\" : \"pkg:maven/[^/]+/([^@\"]+)@([^?\"]+)");

  @TempDir private Path folder;

  /** How a program ended, and what it wrote. */
  private record Ended(int code, String text) {}

  private Ended run(String program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(DISTRIBUTION.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("%s ends", command).isTrue();
      return new Ended(process.exitValue(), Files.readString(said));
    } finally {
      process.destroyForcibly();
    }
  }

  private static Set<String> names(String of) throws IOException {
    try (Stream<Path> files = Files.list(DISTRIBUTION.resolve(of))) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void itHasNoSimulatorsNoBenchmarksAndNoBrokerOfItsOwn() throws IOException {
    assertThat(names("lib"))
        .anyMatch(jar -> jar.startsWith("novabm-app-"))
        .anyMatch(jar -> jar.startsWith("novabm-cli-"))
        .noneMatch(jar -> jar.matches("rack|novabm-(virtual-rack|bench)-.*|qpid-.*|bc[a-z]+-.*"));
    assertThat(names("bin")).doesNotContain("virtual-rack", "bench", "prepare");
  }

  @Test
  void theJarsAreThoseOfItsBill() throws IOException {
    Set<String> billed = new TreeSet<>();
    Matcher lines = IN_BILL.matcher(Files.readString(DISTRIBUTION.resolve("sbom.cdx.json")));
    while (lines.find()) {
      billed.add(lines.group(1) + "-" + lines.group(2) + ".jar");
    }
    billed.removeIf(jar -> jar.startsWith("novabm-server-"));
    assertThat(names("lib")).isEqualTo(billed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nova-compute",
        "nova-baremetal-deploy-helper",
        "nova-baremetal-manage",
        "nova-baremetal-switchmanager",
        "nova-baremetal-nodemanager",
        "nova-baremetal-instancemanager"
      })
  void everyProgramTellsHowItIsUsed(String program) throws Exception {
    Ended help = run(program, "--help");
    assertThat(help.code()).as(help.text()).isZero();
    assertThat(help.text()).startsWith("Usage: " + program);
  }

  @Test
  void withoutABrokerInTheConfigurationTheServiceSaysWhatToSet() throws Exception {
    Path conf =
        Files.writeString(
            folder.resolve("nova.conf"),
            """
            [DEFAULT]
            host = server
            state_path = %s
            [baremetal]
            tftp_root = %1$s
            [novabm]
            api_port = 0
            deploy_tftp_port = 0
            [deploy:agent]
            http_port = 0
            """
                .formatted(folder));
    Ended start = run("nova-compute", "--config-file", conf.toString());
    assertThat(start.code()).as(start.text()).isEqualTo(1);
    assertThat(start.text())
        .contains("nova-compute cannot start")
        .contains("this distribution has no embedded one; set transport_url")
        .doesNotContain("\tat ");
  }
}
