package org.novabm.deploy.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.apache.commons.net.tftp.TFTP;
import org.apache.commons.net.tftp.TFTPClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every tenth packet is lost, every tenth comes twice, and the file arrives whole. */
class LossyNetworkTest {

  /** Quick to repeat, and patient: atftp says nothing for 5 s when its acknowledgement is lost. */
  private static final TftpSettings HASTY =
      new TftpSettings(
          9,
          9,
          255,
          65464,
          64,
          Duration.ofMillis(200),
          100,
          100,
          Duration.ofSeconds(60),
          4 << 20,
          Duration.ofHours(1));

  private final byte[] file = new byte[60_000];

  @TempDir Path scratch;

  @BeforeEach
  void fill() {
    new Random(3).nextBytes(file);
  }

  @Test
  void commonsNetOneBlockAtATime() throws IOException {
    try (RunningServer server = RunningServer.serving(file, HASTY);
        LossyNetwork network = new LossyNetwork(server.port(), 10, 10)) {
      TFTPClient client = new TFTPClient();
      client.setDefaultTimeout(Duration.ofSeconds(10));
      client.open();
      try {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        client.receiveFile("x", TFTP.BINARY_MODE, bytes, loopback, network.port());
        assertThat(bytes.toByteArray()).isEqualTo(file);
        assertThat(network.lost()).isPositive();
      } finally {
        client.close();
      }
    }
  }

  @Test
  void atftpWithAWindow() throws Exception {
    ForeignProgram.assumeInstalled("atftp", "atftp");
    try (RunningServer server = RunningServer.serving(file, HASTY);
        LossyNetwork network = new LossyNetwork(server.port(), 10, 10)) {
      ForeignProgram.run(
          scratch,
          "atftp",
          "--option",
          "windowsize 8",
          "--get",
          "-r",
          "x",
          "-l",
          "fetched",
          "127.0.0.1",
          Integer.toString(network.port()));
      assertThat(Files.readAllBytes(scratch.resolve("fetched"))).isEqualTo(file);
      assertThat(network.lost()).isPositive();
    }
  }
}
