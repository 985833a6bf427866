package org.novabm.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The real oslo libraries, asked what they make of a text. */
public final class OsloOracle {

  private static final String PYTHON = "/usr/bin/python3";

  private final Path folder;

  /** Skips the test when the libraries are missing. */
  public OsloOracle(Path folder, String module, String debianPackage) throws Exception {
    this.folder = folder;
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON)), "python3 is not installed (Debian package python3)");
    Process probe =
        new ProcessBuilder(PYTHON, "-c", "import " + module)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("probe").toFile())
            .start();
    assumeTrue(
        probe.waitFor() == 0, module + " is not installed (Debian package " + debianPackage + ")");
  }

  /** The lines the script prints. */
  public List<String> ask(String mode, Path about) throws Exception {
    Path answer = folder.resolve("answer");
    Path errors = folder.resolve("errors");
    ProcessBuilder builder =
        new ProcessBuilder(PYTHON, script().toString(), mode, about.toString())
            .redirectOutput(answer.toFile())
            .redirectError(errors.toFile());
    builder.environment().put("PYTHONUTF8", "1");
    Process process = builder.start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("the script ended").isTrue();
    assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    return Files.readAllLines(answer, StandardCharsets.UTF_8);
  }

  private Path script() throws IOException {
    Path script = folder.resolve("oslo_oracle.py");
    try (InputStream in =
        Objects.requireNonNull(OsloOracle.class.getResourceAsStream("oslo_oracle.py"))) {
      Files.write(script, in.readAllBytes());
    }
    return script;
  }
}
