package org.novabm.rack.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.MacAddress;
import org.novabm.spi.power.Firmware;

class MachineFilesTest {

  @TempDir private Path temporary;

  private static Machine machine() {
    return new Machine(
        7,
        new MacAddress("52:54:00:ac:00:07"),
        Firmware.BIOS,
        384,
        100,
        new BmcPorts("127.0.0.1", 6230, 6231, 6232),
        new Link.Tap("tap7"));
  }

  @Test
  void theBmcIsWhereItIsSaidToBe() throws IOException {
    NodeFolder folder = write();
    assertThat(Files.readAllLines(folder.lanConfiguration()).stream().map(String::strip))
        .contains(
            "addr 127.0.0.1 6230",
            "serial 15 127.0.0.1 6231 codec VM",
            "sol \"tcp:127.0.0.1:6232\" 115200 history=65000",
            "guid 6e6f7661626d40008000525400ac0007",
            "chassis_control \"/r/bmc-hook.sh " + folder.path() + "\"");
  }

  @Test
  void onlyTheOwnerReadsThePassword() throws IOException {
    NodeFolder folder = write();
    for (Path file : new Path[] {folder.password(), folder.lanConfiguration()}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aSecondTimeKeepsDiskAndBootDevice() throws IOException {
    NodeFolder folder = write();
    assertThat(Files.size(folder.disk())).isEqualTo(100L << 20);
    Files.writeString(folder.disk(), "data");
    Files.writeString(folder.boot(), "pxe\n");

    write();

    assertThat(folder.disk()).hasContent("data");
    assertThat(folder.bootOrder()).isEqualTo(BootOrder.NETWORK);
  }

  private NodeFolder write() {
    NodeFolder folder = new NodeFolder(temporary.resolve("node7"));
    MachineFiles.write(machine(), folder, Path.of("/r/bmc-hook.sh"), Accelerator.TCG);
    return folder;
  }
}
