package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.deploy.AgentContact.Phase;
import org.novabm.spi.deploy.DeployOrder;

/** The way of old firmware: everything by TFTP, fetched by curl. */
class TftpBootTest {

  @TempDir private Path folder;
  private Rack rack;
  private String tftp;

  @BeforeEach
  void open() throws IOException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/curl")),
        "curl is not installed (Debian package curl)");
    int port;
    try (DatagramSocket free =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      port = free.getLocalPort();
    }
    rack = new Rack(folder, Map.of("tftp_port", Integer.toString(port)));
    tftp = rack.server.listening().getLast().replace("tftp ", "tftp://");
  }

  @AfterEach
  void close() {
    rack.close();
  }

  private byte[] fetch(String path) throws IOException, InterruptedException {
    Process curl = new ProcessBuilder("curl", "-s", "-m", "60", tftp + path).start();
    byte[] bytes = curl.getInputStream().readAllBytes();
    // 68: TFTP file not found
    assertThat(curl.waitFor()).isIn(0, 68);
    return bytes;
  }

  @Test
  void an_open_order_has_a_pxelinux_file() throws Exception {
    DeployOrder order = rack.published();

    String config =
        new String(fetch("/pxelinux.cfg/01-" + Rack.MAC.dashed()), StandardCharsets.US_ASCII);

    assertThat(config)
        .contains("LINUX deploy.vmlinuz\n")
        .contains("initrd=deploy.initrd")
        .contains("BOOTIF=01-52-54-00-ac-00-01")
        .containsPattern("novabm.secret=[0-9a-f]{64}");
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.BOOTING);
    assertThat(rack.contact(order).peerAddress()).isEqualTo("127.0.0.1");
  }

  @Test
  void other_files_come_from_where_they_lie() throws Exception {
    assertThat(fetch("/deploy.vmlinuz")).containsExactly(1, 2, 3);
    assertThat(fetch("/deploy.initrd")).isEqualTo(new byte[300_000]);
    assertThat(fetch("/pxelinux.0")).containsExactly(4);
    assertThat(fetch("/pxelinux.cfg/01-" + Rack.MAC.dashed())).isEmpty();
    assertThat(fetch("/images/user.img")).isEmpty();
  }
}
