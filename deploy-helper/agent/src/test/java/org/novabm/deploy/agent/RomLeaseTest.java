package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ramdisk's own lines that ask for an address, and dnsmasq, in a network of their own. It has
 * given an address to a boot program before: to a ROM, which names itself by its UUID, or to iPXE,
 * which names itself by its MAC.
 */
class RomLeaseTest {

  private static final String ROM = "-C -x 0x3d:0011111111111111111111111111111111";
  private static final String IPXE = "";

  private static final String SCENE =
      """
      set -eu
      ip link set lo up; ip link add srv type veth peer name nic
      ip addr add 10.77.0.1/24 dev srv; ip link set srv up; ip link set nic up
      dnsmasq -k -C conf &
      server=$!
      trap 'kill $server' EXIT
      udhcpc() { busybox udhcpc "$@"; }
      give_up() { echo "$*"; exit 1; }
      udhcpc -i nic -n -q -t 60 -T 1 -A 1 -s ./lease $BOOT_PROGRAM
      card=nic
      . ./asks
      """;

  private static final String DNSMASQ =
      """
      port=0
      interface=srv
      bind-interfaces
      except-interface=lo
      dhcp-authoritative
      no-ping
      dhcp-range=10.77.0.100,10.77.0.199,255.255.255.0,1h
      dhcp-leasefile=leases
      pid-file
      user=root
      """;

  private static final String LEASE =
      """
      #!/bin/sh
      [ "$1" != bound ] || echo "$ip" >>addresses
      """;

  @TempDir private Path folder;

  @BeforeEach
  void needsItsOwnNetwork() throws IOException, InterruptedException {
    for (String program : List.of("/bin/busybox", "/usr/sbin/dnsmasq")) {
      assumeTrue(Files.isExecutable(Path.of(program)), program + " is not installed");
    }
    Process may = new ProcessBuilder("unshare", "-n", "true").redirectErrorStream(true).start();
    assumeTrue(may.waitFor() == 0, "a network of one's own needs root");
  }

  private List<String> addresses(String bootProgram, String commandLine)
      throws IOException, InterruptedException {
    String init = Files.readString(Path.of("src/main/ramdisk/init"));
    int from = init.indexOf("nameless=");
    String asks =
        init.substring(from, init.indexOf('\n', init.indexOf("\nudhcpc ", from) + 1))
            .replace("/proc/cmdline", "cmdline")
            .replace("/etc/udhcpc.script", "./lease");
    Files.writeString(folder.resolve("asks"), asks + "\n");
    Files.writeString(folder.resolve("cmdline"), commandLine + "\n");
    Files.writeString(folder.resolve("conf"), DNSMASQ);
    assertThat(Files.writeString(folder.resolve("lease"), LEASE).toFile().setExecutable(true))
        .isTrue();
    ProcessBuilder scene =
        new ProcessBuilder("unshare", "-n", "sh", "-c", SCENE)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    scene.environment().put("BOOT_PROGRAM", bootProgram);
    Process played = scene.start();
    String said = new String(played.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(played.waitFor()).as(said).isZero();
    return Files.readAllLines(folder.resolve("addresses"));
  }

  private static void areOneAddress(List<String> addresses) {
    assertThat(addresses).hasSize(2);
    assertThat(addresses.getLast()).isEqualTo(addresses.getFirst());
  }

  @Test
  void aRamdiskThatPxelinuxStartedKeepsTheRomsAddress() throws Exception {
    areOneAddress(addresses(ROM, "BOOT_IMAGE=deploy.vmlinuz initrd=deploy.initrd quiet"));
  }

  @Test
  void aRamdiskThatIpxeStartedKeepsIpxesAddress() throws Exception {
    areOneAddress(addresses(IPXE, "initrd=deploy.initrd quiet"));
  }
}
