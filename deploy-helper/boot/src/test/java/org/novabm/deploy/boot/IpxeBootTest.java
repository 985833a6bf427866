package org.novabm.deploy.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.MacAddress;

/** iPXE itself runs the scripts. */
class IpxeBootTest {

  private static final MacAddress MAC = new MacAddress("52:54:00:12:34:56");

  /** Something in the format of a Linux kernel. */
  private static final Path KERNEL = Path.of("/usr/lib/ipxe/ipxe.lkrn");

  @TempDir Path folder;

  @Test
  void withNothingToDeployTheDiskBoots() throws IOException {
    try (FirmwareMachine machine = new FirmwareMachine(folder)) {
      byte[] script = IpxeScript.nothingToDeploy(MAC).bytes();
      assertThat(machine.bootUntilDisk(Map.of("/boot.ipxe", script))).containsExactly("/boot.ipxe");
    }
  }

  @Test
  void theKernelIsTakenForOneAndTheRamdiskFollows() throws IOException {
    Assumptions.assumeTrue(
        Files.isReadable(KERNEL), KERNEL + " is not there (Debian package ipxe)");
    try (FirmwareMachine machine = new FirmwareMachine(folder)) {
      Map<String, byte[]> served =
          Map.of(
              "/boot.ipxe", script(machine),
              "/vmlinuz", Files.readAllBytes(KERNEL),
              "/deploy.initrd", new byte[1000]);
      assertThat(machine.bootUntilDisk(served))
          .startsWith("/boot.ipxe", "/vmlinuz", "/deploy.initrd");
    }
  }

  @Test
  void withoutItsKernelTheMachineGoesOnToTheDisk() throws IOException {
    try (FirmwareMachine machine = new FirmwareMachine(folder)) {
      assertThat(machine.bootUntilDisk(Map.of("/boot.ipxe", script(machine))))
          .containsExactly("/boot.ipxe", "/vmlinuz");
    }
  }

  private static byte[] script(FirmwareMachine machine) {
    KernelBoot boot =
        new KernelBoot(
            new BootFile(machine.url("/vmlinuz?v=1")),
            new BootFile(machine.url("/deploy.initrd")),
            KernelArguments.parse("quiet key=abc"));
    return IpxeScript.boot(boot, MAC).bytes();
  }
}
