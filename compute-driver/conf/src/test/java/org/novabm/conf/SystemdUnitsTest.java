package org.novabm.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** systemd's own opinion of etc/*.service, in a tree where our programs are installed. */
class SystemdUnitsTest {

  private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
  private static final Path ETC = Path.of(System.getProperty("novabm.checkout"), "etc");

  /** In tenths; what runs on the network as a user of its own comes to about 20. */
  private static final int MOST_EXPOSURE = 25;

  @TempDir Path folder;

  @BeforeEach
  void findSystemd() {
    assumeTrue(
        Files.isExecutable(ANALYZE), "systemd-analyze is not installed (Debian package systemd)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nova-compute", "nova-baremetal-deploy-helper"})
  void systemdFindsNoFault(String name) throws Exception {
    Path root = Files.createDirectory(folder.resolve("root"));
    Path units = Files.createDirectories(root.resolve("etc/systemd/system"));
    Files.copy(ETC.resolve(name + ".service"), units.resolve(name + ".service"));
    Path program = Files.createDirectories(root.resolve("usr/bin")).resolve(name);
    Files.writeString(program, "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    assertThat(
            analyze(
                "verify", "--man=no", "--recursive-errors=no", "--root=" + root, name + ".service"))
        .isEqualTo("exit 0\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nova-compute", "nova-baremetal-deploy-helper"})
  void littleIsExposed(String name) throws Exception {
    assertThat(
            analyze(
                "security",
                "--no-pager",
                "--offline=true",
                "--threshold=" + MOST_EXPOSURE,
                ETC.resolve(name + ".service").toString()))
        .startsWith("exit 0\n");
  }

  private String analyze(String... arguments) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(ANALYZE.toString());
    builder.command().addAll(List.of(arguments));
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return "exit " + process.exitValue() + "\n" + Files.readString(output);
  }
}
