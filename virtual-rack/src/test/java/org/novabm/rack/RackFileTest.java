package org.novabm.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.machine.Accelerator;
import org.novabm.rack.process.RackException;
import tools.jackson.databind.JsonNode;

class RackFileTest {

  @TempDir private Path temporary;

  @Test
  void whatIsWrittenIsReadAgain() {
    RackFolder folder = new RackFolder(temporary);
    RackRecord record = new RackDraft(RackPlan.of(temporary, 2), Accelerator.TCG).record();
    RackFile.write(folder, record);
    assertThat(RackFile.read(folder)).isEqualTo(record);
  }

  @Test
  void theNamesAreThoseThatAServiceReads() {
    RackFolder folder = new RackFolder(temporary);
    RackFile.write(folder, new RackDraft(RackPlan.of(temporary, 1), Accelerator.TCG).record());
    JsonNode node = RackFile.JSON.readTree(folder.file()).path("nodes").path(0);
    assertThat(node.path("name").asString()).isEqualTo("node1");
    assertThat(node.path("mac").asString()).isEqualTo("52:54:00:ac:00:01");
    assertThat(node.path("bmc_password_file").asString()).endsWith("nodes/node1/bmc.password");
    assertThat(node.path("firmware").asString()).isEqualTo("bios");
    assertThat(node.path("disk_gb").asInt()).isEqualTo(1);
    assertThat(node.path("memory_mb").asInt()).isEqualTo(384);
  }

  @Test
  void noFileMeansNoRack() {
    assertThatThrownBy(() -> RackFile.read(new RackFolder(temporary)))
        .isInstanceOf(RackException.NoRack.class)
        .hasMessageContaining("virtual-rack up --dir " + temporary);
  }
}
