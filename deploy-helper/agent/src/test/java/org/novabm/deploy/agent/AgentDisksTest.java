package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the ramdisk's script takes for disks, in trees like those of machines. Device files cannot
 * be made without root, so plain ones stand for them here.
 */
class AgentDisksTest {

  private static final Path BUSYBOX = Path.of("/bin/busybox");

  @TempDir private Path folder;
  private int plugged;

  @BeforeEach
  void needsBusybox() {
    assumeTrue(
        Files.isExecutable(BUSYBOX), "busybox is not installed (Debian package busybox-static)");
  }

  /** A disk as it should be, but for what is said otherwise. */
  private void has(String name, Map<String, String> otherwise) throws IOException {
    hasAt("slot" + plugged++, name, otherwise);
  }

  private void hasAt(String slot, String name, Map<String, String> otherwise) throws IOException {
    Path device = Files.createDirectories(folder.resolve("devices").resolve(slot).resolve(name));
    Path block = Files.createDirectories(folder.resolve("block"));
    Files.createSymbolicLink(block.resolve(name), device);
    Map<String, String> usual = Map.of("size", "131072", "removable", "0", "ro", "0");
    for (Map.Entry<String, String> file : usual.entrySet()) {
      Files.writeString(device.resolve(file.getKey()), file.getValue() + "\n");
    }
    for (Map.Entry<String, String> file : otherwise.entrySet()) {
      Files.writeString(device.resolve(file.getKey()), file.getValue() + "\n");
    }
    Files.createDirectories(folder.resolve("dev"));
    Files.writeString(folder.resolve("dev").resolve(name), "");
  }

  private String disks() throws IOException, InterruptedException {
    String agent = Files.readString(Path.of("src/main/ramdisk/agent"));
    int from = agent.indexOf("disks() {");
    String functions =
        agent
            .substring(from, agent.indexOf("sectors_of()", from))
            .replace("/sys/block", folder.resolve("block").toString())
            .replace("-b \"/dev", "-e \"" + folder.resolve("dev"));
    Process shell =
        new ProcessBuilder(BUSYBOX.toString(), "sh", "-uc", functions + "\ndisks")
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
    return said.strip().replace("\n", " ");
  }

  @Test
  void disksOfAllKindsAreSeen() throws Exception {
    for (String name : new String[] {"sda", "sdaa", "vda", "nvme0n1", "nvme1n2", "mmcblk0"}) {
      has(name, Map.of());
    }

    assertThat(disks()).isEqualTo("sda sdaa vda nvme0n1 nvme1n2 mmcblk0");
  }

  @Test
  void whatIsNoDiskIsNotSeen() throws Exception {
    for (String name : "loop0 ram0 zram0 sr0 fd0 dm-0 md127 nbd0 drbd0".split(" ", -1)) {
      has(name, Map.of());
    }
    has("sda", Map.of("removable", "1"));
    has("sdb", Map.of("ro", "1"));
    has("sdc", Map.of("size", "0"));
    has("nvme0c0n1", Map.of("hidden", "1"));
    has("nvme1c0n1", Map.of());
    Files.delete(folder.resolve("dev/nvme1c0n1"));
    has("mmcblk0boot0", Map.of("ro", "1"));
    assertThat(disks()).isEmpty();
    has("nvme0n1", Map.of("hidden", "0"));

    assertThat(disks()).isEqualTo("nvme0n1");
  }

  @Test
  void thePlaceWhereItIsPluggedInGivesTheOrder() throws Exception {
    hasAt("pci0/ata10", "sda", Map.of());
    hasAt("pci0/ata2", "sdb", Map.of());
    hasAt("pci0/ata1", "sdc", Map.of());

    assertThat(disks()).isEqualTo("sdc sdb sda");
  }
}
