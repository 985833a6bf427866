package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.novabm.spi.deploy.DeployOrder;

/** A ROM that asks more than once for its boot file. */
class TftpRetryTest {

  private static final int DATA = 3;
  private static final String NAME = "\0\1boot/pxelinux.cfg/01-" + Rack.MAC.dashed();

  @TempDir private Path folder;
  private Rack rack;
  private Machine machine;
  private DatagramSocket rom;
  private InetSocketAddress server;

  @BeforeEach
  void open() throws IOException {
    rom = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    rom.setSoTimeout(10_000);
    int port;
    try (DatagramSocket free =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      port = free.getLocalPort();
    }
    rack = new Rack(folder, Map.of("tftp_port", Integer.toString(port)));
    server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    machine = new Machine(rack.address(), "127.0.0.1");
  }

  @AfterEach
  void close() {
    rom.close();
    machine.close();
    rack.close();
  }

  private void send(String text, SocketAddress to) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    rom.send(new DatagramPacket(bytes, bytes.length, to));
  }

  private DatagramPacket next() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
    rom.receive(packet);
    return packet;
  }

  /** The file of the transfer that answers first; all others are told that they are unknown. */
  private String firstAnswered() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    SocketAddress first = null;
    while (true) {
      DatagramPacket packet = next();
      byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
      if (first == null) {
        first = packet.getSocketAddress();
      }
      if (!first.equals(packet.getSocketAddress())) {
        send("\0\5\0\5unknown transfer ID\0", packet.getSocketAddress());
      } else if (bytes[1] == DATA) {
        file.write(bytes, 4, bytes.length - 4);
        send("\0\4" + (char) bytes[2] + (char) bytes[3], first);
        if (bytes.length < 516) {
          return file.toString(StandardCharsets.US_ASCII);
        }
      }
    }
  }

  private void isLetInWith(String config, DeployOrder order) throws Exception {
    Matcher secret = Pattern.compile("novabm\\.secret=([0-9a-f]{64})").matcher(config);
    assertThat(secret.find()).isTrue();
    rack.await(order, seen -> seen.phase() == Phase.BOOTING, Duration.ofSeconds(10));
    assertThat(machine.hello(secret.group(1), Rack.DISK).statusCode()).isEqualTo(200);
  }

  @Test
  void aRequestThatWasRepeatedTooSoonStartsTwoTransfersAndOneIsUsed() throws Exception {
    DeployOrder order = rack.published();
    send(NAME + "\0octet\0", server);
    send(NAME + "\0octet\0", server);

    isLetInWith(firstAnswered(), order);
  }

  @Test
  void whoAsksForTheSizeFirstAndThenForTheFileIsLetIn() throws Exception {
    DeployOrder order = rack.published();
    send(NAME + "\0octet\0tsize\0000\0", server);
    send("\0\5\0\0done\0", next().getSocketAddress());
    send(NAME + "\u00ff\0octet\0", server);

    isLetInWith(firstAnswered(), order);
  }
}
