package org.novabm.rack.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  private String sushy(List<SimulatedRedfish> all) {
    assumeTrue(
        Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/sushy")),
        "sushy is not installed (Debian package python3-sushy)");
    List<String> words = new ArrayList<>();
    words.add("/usr/bin/python3");
    words.add(Path.of("src/test/python/sushy_client.py").toAbsolutePath().toString());
    all.forEach(one -> words.add("" + one.port()));
    words.add(certificate.pem().toString());
    return Program.of(words.toArray(String[]::new)).output();
  }

  /** Without what passes, for it asks once and looks at once. */
  private SimulatedRedfish calm(String name) throws IOException {
    RedfishProfile calm = RedfishProfile.named(name);
    for (String trait : List.of("busy-login=", "busy-reading=", "busy-change=", "on-shows=")) {
      calm = calm.with(trait);
    }
    return SimulatedRedfish.start(certificate, calm);
  }

  @Test
  void ironicsOwnClientTakesEachProfileForOne() throws IOException {
    List<SimulatedRedfish> all = new ArrayList<>();
    try {
      for (String name : RedfishProfile.names()) {
        all.add(calm(name));
      }
      assertThat(sushy(all)).contains("no action").contains("http://images.example/one.iso True");
      assertThat(all).allMatch(SimulatedRedfish::isOn);
      assertThat(all).allMatch(one -> one.bootTarget().equals("Pxe"));
      assertThat(all).allMatch(SimulatedRedfish::isSecure);
    } finally {
      all.forEach(SimulatedRedfish::close);
    }
  }

  @Test
  void ironicsOwnClient() {
    assertThat(sushy(List.of(bmc)))
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
