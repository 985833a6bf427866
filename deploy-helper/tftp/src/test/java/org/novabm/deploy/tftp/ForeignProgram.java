package org.novabm.deploy.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A TFTP client of someone else's. */
final class ForeignProgram {

  private ForeignProgram() {}

  static void assumeInstalled(String program, String debianPackage) {
    Assumptions.assumeTrue(
        Stream.of("/usr/bin", "/bin").anyMatch(at -> new File(at, program).canExecute()),
        program + " is not installed (Debian package " + debianPackage + ")");
  }

  /** Runs it in the folder to a good end. */
  static void run(Path folder, String... line) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("%s ends", List.of(line)).isTrue();
      assertThat(process.exitValue())
          .as("%s: %s", List.of(line), Files.readString(output))
          .isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
