package org.novabm.rack.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.Requirement;

/** Clients of others take the simulated BMC for one. */
class ForeignClientTest {

  @TempDir Path folder;
  private Certificate certificate;
  private SimulatedRedfish bmc;

  @BeforeEach
  void start() throws IOException {
    certificate = Certificate.make(folder);
    bmc = SimulatedRedfish.start(certificate);
  }

  @AfterEach
  void stop() {
    bmc.close();
  }

  @Test
  void ironicsOwnClient() {
    assumeTrue(
        Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/sushy")),
        "sushy is not installed (Debian package python3-sushy)");
    String output =
        Program.of(
                "/usr/bin/python3",
                Path.of("src/test/python/sushy_client.py").toAbsolutePath().toString(),
                "" + bmc.port(),
                certificate.pem().toString())
            .output();
    assertThat(output)
        .isEqualToIgnoringCase(
            """
        PowerState.OFF
        PowerState.ON
        BootSource.PXE BootSourceOverrideEnabled.ONCE
        http://images.example/one.iso True
        """);
    assertThat(bmc.isOn()).isTrue();
    assertThat(bmc.bootTarget()).isEqualTo("Pxe");
    assertThat(bmc.isSecure()).isTrue();
    assertThat(bmc.image()).isEqualTo("http://images.example/one.iso");
  }

  @Test
  void dmtfsTool() {
    assumeTrue(
        new Requirement("redfishtool", "redfishtool").isMet(),
        "redfishtool is not installed (Debian package redfishtool)");
    Program.of(
            "redfishtool",
            "-r",
            "127.0.0.1:" + bmc.port(),
            "-u",
            SimulatedRedfish.USER,
            "-p",
            SimulatedRedfish.PASSWORD,
            "-S",
            "Always",
            "Systems",
            "-F",
            "reset",
            "On")
        .output();
    assertThat(bmc.isOn()).isTrue();
  }
}
