package org.novabm.deploy.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.net.tftp.TFTP;
import org.apache.commons.net.tftp.TFTPClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients written by others get what is in the folder. */
class ForeignClientsTest {

  /** More blocks of 512 bytes than block numbers. */
  private static final int ROLLING_OVER = 65536 * 512 + 100;

  @TempDir Path root;
  @TempDir Path scratch;
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    server = RunningServer.of(new FolderSource(root), TftpSettings.STANDARD);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  static Stream<Integer> sizesAroundBlocks() {
    Random random = new Random(7);
    return Stream.concat(
        Stream.of(0, 1, 511, 512, 513, 1024, 65535, 65536, 65537, 1408 * 64),
        IntStream.range(0, 6).mapToObj(_ -> 512 * random.nextInt(1, 400) + random.nextInt(-1, 2)));
  }

  @ParameterizedTest
  @MethodSource("sizesAroundBlocks")
  void commonsNet(int size) throws IOException {
    byte[] file = file(size);
    assertThat(fetchWithCommonsNet()).isEqualTo(file);
  }

  @Test
  void commonsNetBeyondTheLastBlockNumber() throws IOException {
    byte[] file = file(ROLLING_OVER);
    assertThat(fetchWithCommonsNet()).isEqualTo(file);
  }

  @ParameterizedTest
  @MethodSource("sizesAroundBlocks")
  void tftpHpa(int size) throws Exception {
    ForeignProgram.assumeInstalled("tftp", "tftp-hpa");
    byte[] file = file(size);
    fetchWithTftpHpa();
    assertThat(fetched()).isEqualTo(file);
  }

  @Test
  void tftpHpaBeyondTheLastBlockNumber() throws Exception {
    ForeignProgram.assumeInstalled("tftp", "tftp-hpa");
    byte[] file = file(ROLLING_OVER);
    fetchWithTftpHpa();
    assertThat(fetched()).isEqualTo(file);
  }

  /** Without the empty file: curl takes a tsize of 0 for an error. */
  static Stream<Integer> sizesForCurl() {
    return sizesAroundBlocks().filter(size -> size > 0);
  }

  @ParameterizedTest
  @MethodSource("sizesForCurl")
  void curlWithLargeBlocks(int size) throws Exception {
    byte[] file = file(size);
    fetchWithCurl(1408);
    assertThat(fetched()).isEqualTo(file);
    fetchWithCurl(65464);
    assertThat(fetched()).isEqualTo(file);
  }

  @Test
  void curlBeyondTheLastBlockNumber() throws Exception {
    byte[] file = file(ROLLING_OVER);
    fetchWithCurl(512);
    assertThat(fetched()).isEqualTo(file);
  }

  @ParameterizedTest
  @MethodSource("sizesAroundBlocks")
  void atftpWithAWindow(int size) throws Exception {
    byte[] file = file(size);
    fetchWithAtftp("blksize 1408", "windowsize 16");
    assertThat(fetched()).isEqualTo(file);
  }

  @Test
  void atftpWithAWindowBeyondTheLastBlockNumber() throws Exception {
    byte[] file = file(ROLLING_OVER);
    fetchWithAtftp("blksize 512", "windowsize 7");
    assertThat(fetched()).isEqualTo(file);
  }

  @Test
  void atftpWithEveryOption() throws Exception {
    byte[] file = file(300_000);
    fetchWithAtftp("blksize 65464", "windowsize 65535", "timeout 3", "tsize 0");
    assertThat(fetched()).isEqualTo(file);
  }

  private byte[] file(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    Files.write(root.resolve("file"), bytes);
    return bytes;
  }

  private byte[] fetched() throws IOException {
    return Files.readAllBytes(scratch.resolve("fetched"));
  }

  private byte[] fetchWithCommonsNet() throws IOException {
    TFTPClient client = new TFTPClient();
    client.open();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      InetAddress loopback = InetAddress.getLoopbackAddress();
      client.receiveFile("file", TFTP.BINARY_MODE, bytes, loopback, server.port());
      return bytes.toByteArray();
    } finally {
      client.close();
    }
  }

  private void fetchWithTftpHpa() throws Exception {
    String port = Integer.toString(server.port());
    ForeignProgram.run(
        scratch, "tftp", "-m", "binary", "127.0.0.1", port, "-c", "get", "file", "fetched");
  }

  private void fetchWithCurl(int blockBytes) throws Exception {
    ForeignProgram.assumeInstalled("curl", "curl");
    String url = "tftp://127.0.0.1:" + server.port() + "/file";
    String block = Integer.toString(blockBytes);
    ForeignProgram.run(
        scratch, "curl", "-sS", "--tftp-blksize", block, "-o", "fetched", "--url", url);
  }

  private void fetchWithAtftp(String... options) throws Exception {
    ForeignProgram.assumeInstalled("atftp", "atftp");
    Stream<String> asked = Stream.of(options).flatMap(option -> Stream.of("--option", option));
    Stream<String> fetch =
        Stream.of("--get", "-r", "file", "-l", "fetched", "127.0.0.1", "" + server.port());
    ForeignProgram.run(
        scratch,
        Stream.of(Stream.of("atftp"), asked, fetch).flatMap(part -> part).toArray(String[]::new));
  }
}
