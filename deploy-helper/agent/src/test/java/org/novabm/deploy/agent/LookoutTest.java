package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.MacAddress;

class LookoutTest {

  private static final MacAddress CARD = new MacAddress("52:54:00:ac:00:01");

  @TempDir private Path folder;

  private static InetAddress address(String text) {
    return InetAddress.ofLiteral(text);
  }

  @Test
  void onlyCompleteEntriesOfTheKernelsTableAreBelieved() throws IOException {
    Path arp =
        Files.writeString(
            folder.resolve("arp"),
            """
            IP address       HW type     Flags       HW address            Mask     Device
            10.77.0.66       0x1         0x2         52:54:00:AC:00:01     *        eth0
            10.77.0.67       0x1         0x0         00:00:00:00:00:00     *        eth0
            10.77.0.6        0x1         0x6         52:54:00:ac:00:01     *        eth0
            10.77.0.68       0x20        0x2         52:54:00:ac:00:01     *        ib0
            """
                .replace("AC", "ac"));
    KernelNeighbours kernel = new KernelNeighbours(arp, Lookout.UNSEEN);

    assertThat(kernel.cardOf(address("10.77.0.66"))).isEqualTo(CARD);
    assertThat(kernel.cardOf(address("10.77.0.6"))).isEqualTo(CARD);
    assertThat(kernel.cardOf(address("10.77.0.67"))).isNull();
    assertThat(kernel.cardOf(address("10.77.0.68"))).isNull();
    assertThat(kernel.cardOf(address("10.77.0.1"))).isNull();
    assertThat(kernel.cardOf(address("127.0.0.1"))).isNull();
  }

  @Test
  void nothingIsKnownWhereTheKernelHasNoTable() {
    KernelNeighbours kernel =
        new KernelNeighbours(folder.resolve("none"), new SolicitedNeighbours());

    assertThat(kernel.cardOf(address("10.77.0.66"))).isNull();
    assertThat(kernel.cardOf(address("2001:db8::1"))).isNull();
  }

  @Test
  void aLeaseIsBelievedUntilItEnds() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("leases"),
            """
            100 52:54:00:ac:00:01 10.0.0.5 * ff:00
            0 52:54:00:ac:00:01 10.0.0.6 host 01:52
            0 06-52:54:00:ac:00:01 10.0.0.7 * *
            duid 00:01:00
            damaged
            """);

    assertThat(new DnsmasqLeases(file, () -> Instant.ofEpochSecond(99)).cardOf(address("10.0.0.5")))
        .isEqualTo(CARD);
    DnsmasqLeases later = new DnsmasqLeases(file, () -> Instant.ofEpochSecond(100));
    assertThat(later.cardOf(address("10.0.0.5"))).isNull();
    assertThat(later.cardOf(address("10.0.0.6"))).isEqualTo(CARD);
    assertThat(later.cardOf(address("10.0.0.7"))).isNull();
    assertThat(later.cardOf(address("10.0.0.8"))).isNull();
    assertThat(new DnsmasqLeases(folder, Instant::now).cardOf(address("10.0.0.5"))).isNull();
  }
}
