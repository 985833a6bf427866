package org.novabm.rack.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novabm.spi.MacAddress;
import org.novabm.spi.power.Firmware;

class QemuCommandTest {

  private static final Link TAP = new Link.Tap("tap1");
  private static final NodeFolder FOLDER = new NodeFolder(Path.of("/r/nodes/node1"));

  private static List<String> command(Firmware firmware, Link link, BootOrder order) {
    BmcPorts bmc = new BmcPorts("127.0.1.2", 623, 9002, 9003);
    Machine machine =
        new Machine(1, new MacAddress("52:54:00:ac:00:01"), firmware, 384, 512, bmc, link);
    return new QemuCommand(machine, FOLDER, Accelerator.TCG).arguments(order);
  }

  @Test
  void theCardStandsBeforeOrBehindTheDisk() {
    String card = "virtio-net-pci,netdev=n0,mac=52:54:00:ac:00:01,id=nic0,bootindex=";
    assertThat(command(Firmware.BIOS, TAP, BootOrder.NETWORK))
        .anyMatch(one -> one.startsWith(card + 1 + ","));
    assertThat(command(Firmware.BIOS, TAP, BootOrder.DISK))
        .anyMatch(one -> one.startsWith(card + 3 + ","))
        .contains("virtio-blk-pci,drive=d0,id=disk0,bootindex=2");
  }

  @Test
  void theCardLeavesNoChecksumToTheNetworkBehindIt() {
    assertThat(command(Firmware.BIOS, TAP, BootOrder.NETWORK))
        .anyMatch(one -> one.startsWith("virtio-net-pci,") && one.contains(",csum=off,"));
  }

  @Test
  void theTranslatorHasASmallCache() {
    assertThat(command(Firmware.BIOS, TAP, BootOrder.DISK))
        .containsSequence("-accel", "tcg,tb-size=128")
        .containsSequence("-m", "384");
  }

  @Test
  void uefiHasVariablesOfItsOwn() {
    assertThat(command(Firmware.UEFI, TAP, BootOrder.DISK))
        .contains("if=pflash,format=raw,unit=1,file=/r/nodes/node1/vars.fd");
    assertThat(command(Firmware.BIOS, TAP, BootOrder.DISK))
        .noneMatch(one -> one.contains("pflash"));
  }

  @Test
  void aUserNetworkIsFencedToOnePort() {
    Link link = new Link.User("http://10.0.2.2:10000/boot.ipxe?mac=1,2", 10_000);
    assertThat(command(Firmware.BIOS, link, BootOrder.NETWORK))
        .contains(
            "user,id=n0,bootfile=http://10.0.2.2:10000/boot.ipxe?mac=1,,2,restrict=on,"
                + "host=10.0.2.254,dns=10.0.2.253,"
                + "guestfwd=tcp:10.0.2.2:10000-cmd:socat - tcp:127.0.0.1:10000");
  }

  @Test
  void aUserNetworkWithAnotherServerIsOpen() {
    assertThat(command(Firmware.BIOS, new Link.User("http://h/b", null), BootOrder.NETWORK))
        .contains("user,id=n0,bootfile=http://h/b");
  }

  @Test
  void aBootFileLongerThanItsFieldIsRefused() {
    assertThatThrownBy(() -> new Link.User("http://h/" + "x".repeat(119), null))
        .hasMessageContaining("more than 127 bytes");
  }

  @Test
  void noArgumentHasALineEnd() {
    // the hook script reads one argument a line
    assertThat(command(Firmware.UEFI, TAP, BootOrder.DISK)).noneMatch(one -> one.contains("\n"));
  }
}
