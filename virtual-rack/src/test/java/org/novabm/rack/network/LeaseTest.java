package org.novabm.rack.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.MacAddress;

class LeaseTest {

  @TempDir private Path folder;

  @Test
  void readsDnsmasqsFile() throws IOException {
    Path file = folder.resolve("leases");
    Files.writeString(
        file,
        """
        1795262830 52:54:00:ac:00:02 172.30.20.196 inst2 01:52:54:00:ac:00:02
        duid 00:01:00:01:2f
        1795262830 11272193 fd10::5 * 00:01
        """);
    assertThat(DhcpLease.read("tenant", file))
        .containsExactly(
            new DhcpLease(
                "tenant",
                new MacAddress("52:54:00:ac:00:02"),
                "172.30.20.196",
                "inst2",
                Instant.ofEpochSecond(1_795_262_830)));
  }

  @Test
  void noFileMeansNoLeases() {
    assertThat(DhcpLease.read("tenant", folder.resolve("none"))).isEmpty();
  }
}
