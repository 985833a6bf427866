package org.novabm.deploy.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets in the name of others, and packets that make no sense. */
class ForgedRequestsTest {

  private static final String PLAIN = "\0\1deploy.initrd\0octet\0";
  private static final int READ = 1;
  private static final int SOON = 30_000;

  /** The standard, but for a shorter patience with those who say nothing. */
  private static final TftpSettings SETTINGS =
      new TftpSettings(
          512,
          32,
          255,
          65464,
          64,
          Duration.ofMillis(300),
          30,
          3,
          Duration.ofSeconds(2),
          4 << 20,
          Duration.ofHours(1));

  @TempDir private Path scratch;
  private final byte[] file = new byte[300_000];

  @ParameterizedTest
  @ValueSource(strings = {"tftp-hpa", "atftp", "curl"})
  void honestClientsAreServedUnderAForgedFlood(String client) throws Exception {
    new Random(11).nextBytes(file);
    try (RunningServer server = RunningServer.serving(file, SETTINGS);
        Flood flood = new Flood(server.address(), 1500, PLAIN).start()) {
      await(() -> flood.sent() > 3000);
      fetch(client, server.port());
      assertThat(Files.readAllBytes(scratch.resolve("fetched"))).isEqualTo(file);
      assertThat(server.server().busy()).isLessThanOrEqualTo(512 + 512 / 4 + 1);
    }
  }

  private void fetch(String client, int port) throws Exception {
    String number = Integer.toString(port);
    switch (client) {
      case "tftp-hpa" -> {
        ForeignProgram.assumeInstalled("tftp", "tftp-hpa");
        ForeignProgram.run(
            scratch, "tftp", "-m", "binary", "127.0.0.1", number, "-c", "get", "x", "fetched");
      }
      case "atftp" -> {
        ForeignProgram.assumeInstalled("atftp", "atftp");
        ForeignProgram.run(
            scratch, "atftp", "--get", "-r", "x", "-l", "fetched", "127.0.0.1", number);
      }
      default -> {
        ForeignProgram.assumeInstalled("curl", "curl");
        ForeignProgram.run(
            scratch, "curl", "-sS", "-o", "fetched", "tftp://127.0.0.1:" + number + "/x");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0\1x\0octet\0tsize\0000\0",
        "\0\1deploy.initrd\0octet\0blksize\0001468\0windowsize\00064\0tsize\0000\0",
        "\0\2deploy.initrd\0octet\0",
        "\0\1deploy.initrd\0mail\0"
      })
  void aForgedRequestIsAnsweredByLessThanFourTimesItsBytes(String request) throws Exception {
    try (RunningServer server = RunningServer.serving(file, SETTINGS);
        Flood flood = new Flood(server.address(), 50, request)) {
      flood.sendOnce();
      long answers = flood.allThatComes(server.server());
      assertThat(answers).isPositive().isLessThan(4 * flood.bytesSent());
    }
  }

  /** What RFC 1350 makes of it: one block, and nothing after it. */
  @Test
  void aForgedRequestWithoutOptionsIsAnsweredByOneBlock() throws Exception {
    try (RunningServer server = RunningServer.serving(file, SETTINGS);
        Flood flood = new Flood(server.address(), 50, PLAIN)) {
      flood.sendOnce();
      assertThat(flood.allThatComes(server.server())).isEqualTo(50 * (516 + 28));
    }
  }

  @Test
  void blocksOfAllTransfersShareOneMemory() throws Exception {
    Buffers buffers = new Buffers(1000);
    assertThat(buffers.take(900, 100)).isEqualTo(900);
    assertThat(buffers.take(900, 100)).isEqualTo(100);
    Thread giving =
        Thread.startVirtualThread(
            () -> {
              buffers.giveBack(900);
            });
    assertThat(buffers.take(1000, 500)).isEqualTo(500);
    giving.join();
    buffers.giveBack(500);
    buffers.giveBack(100);
    assertThat(buffers.left()).isEqualTo(1000);
  }

  /** Seeded, so that a failure comes again. */
  @Test
  void twoThousandMutatedRequestsAndAnswersBreakNothing() throws Exception {
    try (RunningServer server = RunningServer.serving(file, SETTINGS)) {
      honestRequest(server);
      await(() -> server.server().busy() == 0);
      long before = descriptors();
      Random random = new Random(21);
      for (int i = 0; i < 2000; i++) {
        try (RawClient client = new RawClient()) {
          client.send(server, Mutations.request(random));
          if (i % 20 == 0 && client.next(200) != null) {
            for (int answers = random.nextInt(6); answers > 0; answers--) {
              client.reply(Mutations.answer(random));
            }
          }
        }
      }
      honestRequest(server);
      await(() -> server.server().busy() == 0);
      assertThat(descriptors()).isLessThanOrEqualTo(before);
    }
  }

  private static void honestRequest(RunningServer server) throws IOException {
    try (RawClient client = new RawClient()) {
      client.ask(server, READ, "x", "octet", "blksize", "65464");
      assertThat(client.next(SOON)).startsWith("\0\6blksize");
      for (int block = 0; block <= 300_000 / 65464; block++) {
        client.acknowledge(block);
        assertThat(client.next(SOON)).startsWith("\0\3\0" + (char) (block + 1));
      }
      client.acknowledge(300_000 / 65464 + 1);
    }
  }

  private static long descriptors() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 30 s").isLessThan(end);
      Thread.sleep(10);
    }
  }

  /** As the review's fuzzer made them. */
  private static final class Mutations {

    private static final List<String> NAMES =
        List.of("x", "../x", "/", "", "a".repeat(255), "a".repeat(500), "\\sub\\x", "pxelinux.cfg");
    private static final List<String> MODES =
        List.of("octet", "octet", "octet", "OcTeT", "netascii", "mail", "", "x");
    private static final List<String> OPTIONS =
        List.of(
            "blksize", "windowsize", "timeout", "tsize", "BLKSIZE", "multicast", "", "rollover");
    private static final List<String> VALUES =
        List.of("0", "1", "7", "8", "512", "65464", "65465", "-1", "999999999999", "", "a", "64");

    private Mutations() {}

    static byte[] request(Random random) {
      StringBuilder text = new StringBuilder("\0").append((char) (1 + random.nextInt(8) / 6));
      text.append(one(random, NAMES)).append('\0').append(one(random, MODES)).append('\0');
      for (int options = random.nextInt(4); options > 0; options--) {
        text.append(one(random, OPTIONS)).append('\0').append(one(random, VALUES)).append('\0');
      }
      switch (random.nextInt(10)) {
        case 0, 1 -> text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
        case 2 -> text.setLength(random.nextInt(text.length() + 1));
        case 3 -> text.append("z".repeat(random.nextInt(700)));
        default -> {}
      }
      return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] answer(Random random) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      return switch (random.nextInt(4)) {
        case 0 -> noise;
        case 1 -> new byte[] {0, 4};
        case 2 -> new byte[0];
        default ->
            ByteBuffer.allocate(4).putShort((short) 4).putShort((short) random.nextInt()).array();
      };
    }

    private static String one(Random random, List<String> of) {
      return of.get(random.nextInt(of.size()));
    }
  }
}
