package org.novabm.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ConfigArgumentsTest {

  @TempDir Path folder;

  @Command(name = "nova-compute")
  static final class Program {
    @Mixin ConfigArguments configuration = new ConfigArguments();
  }

  @Test
  void theOrderOfTheCommandLineIsKept() throws IOException {
    file("one.conf");
    file("d/b.conf");
    file("d/a.conf");
    file("d/.hidden.conf");
    file("d/note.txt");
    file("two.conf");
    assertThat(
            read(
                "--config-file",
                path("one.conf"),
                "--config-dir=" + path("d"),
                "--config-file=" + path("two.conf")))
        .containsExactly("one.conf", "d/a.conf", "d/b.conf", "two.conf");
  }

  @Test
  void theUsualPlacesAreReadWhenNothingIsSaid() throws IOException {
    file("home/nova-compute.conf");
    file("etc/nova.conf");
    file("etc/nova-compute.conf");
    file("etc/nova.conf.d/10.conf");
    file("etc/nova-compute.conf.d/20.conf");
    assertThat(read())
        .containsExactly(
            "etc/nova.conf",
            "home/nova-compute.conf",
            "etc/nova.conf.d/10.conf",
            "etc/nova-compute.conf.d/20.conf");
  }

  @Test
  void aConfigFileStandsForTheUsualFilesAndNotForTheFolders() throws IOException {
    file("etc/nova.conf");
    file("etc/nova.conf.d/10.conf");
    file("own.conf");
    assertThat(read("--flagfile", path("own.conf")))
        .containsExactly("etc/nova.conf.d/10.conf", "own.conf");
    assertThat(read("--config-dir", path("etc/nova.conf.d")))
        .containsExactly("etc/nova.conf", "etc/nova.conf.d/10.conf");
  }

  @Test
  void nothingAnywhereIsNoError() {
    assertThat(read()).isEmpty();
  }

  @Test
  void aMissingFileOrFolderIsNamed() {
    assertThatThrownBy(() -> read("--config-file", path("none.conf")))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(path("none.conf") + ": no such file");
    assertThatThrownBy(() -> read("--config-dir", path("none")))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(path("none") + ": no such folder");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws IOException {
    Files.write(folder.resolve("latin.conf"), new byte[] {'#', (byte) 0xe9, '\n'});
    assertThatThrownBy(() -> read("--config-file", path("latin.conf")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void aFileOverTheBoundIsRefused() throws IOException {
    Files.write(folder.resolve("big.conf"), new byte[NovaConfFile.MOST_BYTES + 1]);
    assertThatThrownBy(() -> read("--config-file", path("big.conf")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("over 4194304 bytes");
  }

  private List<String> read(String... arguments) {
    Program program = new Program();
    new CommandLine(program).parseArgs(arguments);
    ConfigSearch search =
        new ConfigSearch(List.of(folder.resolve("home"), folder.resolve("etc")), "nova-compute");
    return program.configuration.read(search).stream()
        .map(file -> folder.relativize(Path.of(file.name())).toString())
        .toList();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "[DEFAULT]\n");
  }
}
