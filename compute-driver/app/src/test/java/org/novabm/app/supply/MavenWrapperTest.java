package org.novabm.app.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What mvnw asks of Maven, by the folder it is called in. */
class MavenWrapperTest {

  private static final Path CHECKOUT = Path.of(System.getProperty("novabm.checkout"));

  @TempDir private Path folder;

  private Path programs;

  /** Tells where it was called and how. */
  @BeforeEach
  void standIn() throws IOException {
    programs = Files.createDirectory(folder.resolve("programs"));
    stage(
        """
        #!/bin/sh
        case "$*" in "-q --version") echo "Apache Maven 3.8.7";; *) echo "$(pwd -P): $*";; esac
        """);
  }

  private void stage(String script) throws IOException {
    Path mvn = Files.writeString(programs.resolve("mvn"), script);
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String run(int code, Path in, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(CHECKOUT.resolve("mvnw").toString()));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().merge("PATH", programs.toString(), (path, ours) -> ours + ":" + path);
    Process process = builder.start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    String text = Files.readString(said).strip();
    assertThat(process.exitValue()).as(text).isEqualTo(code);
    return text;
  }

  @Test
  void atTheTopItBuildsAll() throws Exception {
    assertThat(run(0, CHECKOUT, "-B", "package")).isEqualTo(CHECKOUT.toRealPath() + ": -B package");
  }

  @Test
  void inAModuleItBuildsThatModuleAndWhatItNeeds() throws Exception {
    assertThat(run(0, CHECKOUT.resolve("power/ipmi"), "test"))
        .isEqualTo(CHECKOUT.toRealPath() + ": -pl power/ipmi -am test");
    assertThat(run(0, CHECKOUT.resolve("power/ipmi"), "-pl", "power/pdu", "test"))
        .isEqualTo(CHECKOUT.toRealPath() + ": -pl power/pdu test");
  }

  @Test
  void elsewhereItBuildsTheProjectThatIsThere() throws Exception {
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    assertThat(run(0, folder, "verify")).isEqualTo(folder.toRealPath() + ": verify");
    assertThat(run(0, programs, "-f", "../pom.xml", "verify"))
        .isEqualTo(programs.toRealPath() + ": -f ../pom.xml verify");
  }

  @Test
  void whereThereIsNoProjectItSaysSo() throws Exception {
    assertThat(run(1, programs, "package"))
        .isEqualTo(
            "mvnw: "
                + programs.toRealPath()
                + " has no pom.xml, so there is no project to build; call it in "
                + CHECKOUT.toRealPath()
                + " for all, or in the folder of a module");
    assertThat(run(1, CHECKOUT.resolve("power"), "package")).contains("power has no pom.xml");
  }
}
