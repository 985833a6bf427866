package org.novabm.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class VirtualRackTest {

  private final StringWriter errors = new StringWriter();

  @TempDir private Path folder;

  private int run(String... arguments) {
    CommandLine line = VirtualRack.commandLine();
    line.setOut(new PrintWriter(new StringWriter()));
    line.setErr(new PrintWriter(errors, true));
    return line.execute(arguments);
  }

  @Test
  void aCommandForNoRackEndsWith3() {
    assertThat(run("status", "--dir", folder.toString())).isEqualTo(3);
    assertThat(errors.toString()).startsWith("virtual-rack: no rack in " + folder);
  }

  @Test
  void aWrongCommandLineEndsWith2() {
    assertThat(run("up", "--dir", folder.toString(), "--firmware", "coreboot")).isEqualTo(2);
    assertThat(run("up")).isEqualTo(2);
    assertThat(run("fly")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "bmcs, third-sensor=gone, TIMES_OUT",
    "bmcs, colour=red, product-area",
    "snmp, colour=red, lodger",
    "redfish, colour=red, managers"
  })
  void aWrongTraitEndsWith2AndTheListOfThoseThereAre(String command, String trait, String known) {
    assertThat(run(command, "--folder", folder.toString(), "--trait", trait)).isEqualTo(2);
    assertThat(errors.toString()).contains(known);
    assertThat(run(command, "--folder", folder.toString(), "--profile", "abacus")).isEqualTo(2);
    assertThat(errors.toString()).contains("profile 'abacus' is none of");
  }

  @Test
  void firmwareIsForAllOrForEach() {
    assertThat(run("up", "--dir", folder.toString(), "--nodes", "3", "--firmware", "bios,uefi"))
        .isEqualTo(2);
    assertThat(errors.toString()).contains("--firmware names 2 kinds for 3 nodes");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aRecordThatIsNoneEndsWith1() throws IOException {
    Files.writeString(folder.resolve("rack.json"), "{");
    assertThat(run("status", "--dir", folder.toString())).isEqualTo(1);
    assertThat(errors.toString()).contains("cannot read " + folder.resolve("rack.json"));
  }
}
