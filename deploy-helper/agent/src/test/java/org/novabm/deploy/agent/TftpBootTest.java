package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.novabm.spi.deploy.DeployOrder;

/** The way of old firmware: everything by TFTP, fetched by curl. */
class TftpBootTest {

  /** The acknowledgement is behind the file. */
  private static final Duration SOON = Duration.ofSeconds(10);

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
        .contains("LINUX 01-52-54-00-ac-00-01/deploy.vmlinuz\n")
        .contains("initrd=01-52-54-00-ac-00-01/deploy.initrd")
        .contains("BOOTIF=01-52-54-00-ac-00-01")
        .containsPattern("novabm.secret=[0-9a-f]{64}");
    rack.await(order, TftpBootTest::isBooting, SOON);
    assertThat(rack.contact(order).peerAddress()).isEqualTo("127.0.0.1");
  }

  private static boolean isBooting(AgentContact contact) {
    return contact.phase() == Phase.BOOTING;
  }

  @Test
  void other_files_come_from_where_they_lie() throws Exception {
    assertThat(fetch("/deploy.vmlinuz")).containsExactly(1, 2, 3);
    assertThat(fetch("/deploy.initrd")).isEqualTo(new byte[300_000]);
    assertThat(fetch("/pxelinux.0")).containsExactly(4);
    assertThat(fetch("/pxelinux.cfg/01-" + Rack.MAC.dashed())).isEmpty();
    assertThat(fetch("/images/user.img")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/boot/", "//", "/./boot//x/", "/boot/01-52-54-00-ac-00-01/"})
  void whatBootsIsFoundInAnyFolder(String under) throws Exception {
    rack.published();

    assertThat(fetch(under + "deploy.vmlinuz")).containsExactly(1, 2, 3);
    assertThat(fetch(under + "deploy.initrd")).hasSize(300_000);
    assertThat(fetch(under + "pxelinux.cfg/01-" + Rack.MAC.dashed())).isNotEmpty();
  }

  @Test
  void theTimelineSaysWhatWasFetchedLast() throws Exception {
    DeployOrder order = rack.published();
    fetch("/boot/pxelinux.cfg/01-" + Rack.MAC.dashed());
    rack.await(order, TftpBootTest::isBooting, SOON);
    assertThat(rack.deployer.progress(order.deployment()).toString())
        .contains("the last it fetched was its boot file, at 2026-01-01T00:00:00Z from 127.0.0.1");

    fetch("/boot/01-" + Rack.MAC.dashed() + "/deploy.vmlinuz");
    rack.await(order, seen -> String.valueOf(seen.dossier()).contains("KERNEL"), SOON);
    assertThat(rack.deployer.progress(order.deployment()).toString())
        .contains("the last it fetched was its kernel, at 2026-01-01T00:00:00Z from 127.0.0.1");
  }

  /** One request with another address, and its answer left alone: as good as a spoofed source. */
  private void requestedBySomebodyElse() throws IOException {
    byte[] request =
        ("\0\1pxelinux.cfg/01-" + Rack.MAC.dashed() + "\0octet\0")
            .getBytes(StandardCharsets.US_ASCII);
    URI server = URI.create(tftp);
    try (DatagramSocket blind = new DatagramSocket(new InetSocketAddress("127.0.0.66", 0))) {
      blind.setSoTimeout(5000);
      blind.send(
          new DatagramPacket(
              request, request.length, new InetSocketAddress(server.getHost(), server.getPort())));
      blind.receive(new DatagramPacket(new byte[2000], 2000));
    }
  }

  @Test
  void aSpoofedRequestTakesNoOrderAndVoidsNoSecret() throws Exception {
    DeployOrder order = rack.published();
    requestedBySomebodyElse();
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.PUBLISHED);
    String secret;
    try (Machine machine = new Machine(rack.address(), "127.0.0.1")) {
      secret = machine.secret();
      requestedBySomebodyElse();
      assertThat(rack.contact(order).peerAddress()).isEqualTo("127.0.0.1");

      assertThat(machine.hello(secret, Rack.DISK).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aSecretFetchedByTftpIsGoodOnceItWasAcknowledged() throws Exception {
    DeployOrder order = rack.published();
    String config =
        new String(fetch("/pxelinux.cfg/01-" + Rack.MAC.dashed()), StandardCharsets.US_ASCII);
    Matcher secret = Pattern.compile("novabm\\.secret=([0-9a-f]{64})").matcher(config);
    assertThat(secret.find()).isTrue();
    rack.await(order, TftpBootTest::isBooting, SOON);

    try (Machine machine = new Machine(rack.address(), "127.0.0.1")) {
      assertThat(machine.hello(secret.group(1), Rack.DISK).statusCode()).isEqualTo(200);
    }
  }
}
