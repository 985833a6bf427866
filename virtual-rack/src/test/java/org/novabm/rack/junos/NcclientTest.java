package org.novabm.rack.junos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novabm.spi.Secret;

/** The simulated switch is a Junos to the client that others use for Junos. */
class NcclientTest {

  private static final Path PYTHON = Path.of("/usr/bin/python3");

  @TempDir private Path folder;

  @BeforeEach
  void needsNcclient() {
    assumeTrue(
        Files.exists(Path.of("/usr/lib/python3/dist-packages/ncclient")),
        "not installed: python3-ncclient");
  }

  private static SimulatedJunos start(JunosSyntax syntax) throws Exception {
    return SimulatedJunos.start(
        JunosPlan.of(syntax, "admin", Secret.of("secret")),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @ParameterizedTest
  @EnumSource(JunosSyntax.class)
  void ncclientLocksEditsComparesCommitsAndConfirms(JunosSyntax syntax) throws Exception {
    try (SimulatedJunos junos = start(syntax)) {
      String said = run(junos, "secret", syntax.name().toLowerCase(Locale.ROOT));
      assertThat(said)
          .contains("base11 True")
          .contains("second lock lock-denied configuration database locked by: admin (pid")
          .contains("+ members tenant-20;")
          .contains("before [1]")
          .contains("\nafter [1, 20]")
          .contains("log ['job-17 confirmed', 'job-17']")
          .contains("lock over foreign edits lock-denied configuration database modified")
          .contains("VLAN 5000 operation-failed Value 5000 is not within range (1..4094)")
          .contains("unconfirmed [1, 40]")
          .contains("rolled back [1, 20]")
          .contains("unknown operation-failed syntax error");
    }
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    try (SimulatedJunos junos = start(JunosSyntax.ELS)) {
      assertThat(run(junos, "wrong", "els")).contains("AuthenticationError");
    }
  }

  private String run(SimulatedJunos junos, String password, String syntax) throws Exception {
    Path script = folder.resolve("move.py");
    try (InputStream source =
        Objects.requireNonNull(
            NcclientTest.class.getResourceAsStream("/junos/ncclient-moves-a-port.py"))) {
      Files.copy(source, script);
    }
    Process client =
        new ProcessBuilder(
                PYTHON.toString(),
                script.toString(),
                Integer.toString(junos.port()),
                "admin",
                password,
                syntax)
            .redirectErrorStream(true)
            .start();
    try {
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      client.destroy();
    }
  }
}
