package org.novabm.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.process.Program;

/** The part that all launchers share. */
class LauncherTest {

  private static final Path BIN =
      Path.of(Objects.requireNonNull(System.getProperty("novabm.checkout")), "bin");

  @TempDir private Path folder;

  private static Program.Ending shell(String script, Map<String, String> variables) {
    return Program.of("sh", "-c", ". " + BIN + "/java25; " + script).with(variables).run();
  }

  private Path java(String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve("jdk-" + version));
    Path program = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(program, "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  @Test
  void javaHomeIsTakenWhenItIs25() throws IOException {
    Path home = java("25.0.9");
    assertThat(shell("find_java25 && echo $JAVA", Map.of("JAVA_HOME", home.toString())).output())
        .isEqualTo(home.resolve("bin/java") + "\n");
  }

  @Test
  void anotherVersionIsPassedOver() throws IOException {
    Path home = java("17.0.1");
    Program.Ending ending =
        shell("find_java25 && echo $JAVA", Map.of("JAVA_HOME", home.toString()));
    assertThat(ending.output()).doesNotContain(home.toString());
  }

  @Test
  void noJarsIsALineAndAFailure() {
    Program.Ending ending = shell("find_lib " + folder.resolve("bin"), Map.of());
    assertThat(ending.status()).isEqualTo(1);
    assertThat(ending.errors()).contains("no jars in " + folder.resolve("bin") + "/../lib");
  }

  @Test
  void theDistributionsJarsComeFirst() throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    Files.createDirectories(folder.resolve("lib"));
    Files.createDirectories(folder.resolve("target/novabm/lib"));
    assertThat(shell("find_lib " + folder.resolve("bin") + " && echo $LIB", Map.of()).output())
        .isEqualTo(folder.resolve("bin") + "/../lib\n");
  }
}
