package org.novabm.deploy.tftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Packet by packet, with a client that behaves as badly as the test wants. */
class TransferTest {

  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final int ERROR = 5;

  /** Long enough on a busy machine. */
  private static final int SOON = 30_000;

  /** For what must not come: shorter than any retransmission. */
  private static final int QUIET = 300;

  private static final TftpSettings CALM = settings(Duration.ofMinutes(1), 9, Duration.ofHours(1));

  @Test
  void dataComesInBlocksUntilAShortOne() throws IOException {
    try (RunningServer server = RunningServer.serving(new byte[512], CALM);
        RawClient client = new RawClient()) {
      client.ask(server, READ, "x", "octet");
      assertThat(client.next(SOON)).startsWith("\0\3\0\1").hasSize(516);
      client.acknowledge(1);
      assertThat(client.next(SOON)).isEqualTo("\0\3\0\2");
      client.acknowledge(2);
      assertThat(client.next(QUIET)).isNull();
    }
  }

  @Test
  void firmwareMayAskForTheSizeAndStop() throws IOException {
    try (RunningServer server = RunningServer.serving(new byte[70_000], CALM);
        RawClient client = new RawClient()) {
      client.ask(server, READ, "snponly.efi", "octet", "tsize", "0", "blksize", "1468");
      assertThat(client.next(SOON)).isEqualTo("\0\6tsize\00070000\0blksize\0001468\0");
      client.answer(ERROR, 8, "User aborted the transfer\0");
      assertThat(client.next(QUIET)).isNull();
      client.ask(server, READ, "snponly.efi", "octet", "blksize", "1468");
      assertThat(client.next(SOON)).isEqualTo("\0\6blksize\0001468\0");
      client.acknowledge(0);
      assertThat(client.next(SOON)).startsWith("\0\3\0\1").hasSize(1472);
    }
  }

  @Test
  void aCopyOfAnAcknowledgementBringsNoCopyOfData() throws IOException {
    try (RunningServer server = RunningServer.serving(new byte[5000], CALM);
        RawClient client = new RawClient()) {
      client.ask(server, READ, "x", "octet");
      assertThat(client.next(SOON)).startsWith("\0\3\0\1");
      client.acknowledge(1);
      assertThat(client.next(SOON)).startsWith("\0\3\0\2");
      client.acknowledge(1);
      client.acknowledge(0);
      assertThat(client.next(QUIET)).isNull();
      client.acknowledge(2);
      assertThat(client.next(SOON)).startsWith("\0\3\0\3");
    }
  }

  @Test
  void aWindowIsSentWithoutWaitingAndAgainFromTheGap() throws IOException {
    try (RunningServer server = RunningServer.serving(new byte[8 * 512], CALM);
        RawClient client = new RawClient()) {
      client.ask(server, READ, "x", "octet", "windowsize", "4");
      assertThat(client.next(SOON)).isEqualTo("\0\6windowsize\0004\0");
      client.acknowledge(0);
      for (int block = 1; block <= 4; block++) {
        assertThat(client.next(SOON)).startsWith("\0\3\0" + (char) block);
      }
      client.acknowledge(2);
      for (int block = 3; block <= 6; block++) {
        assertThat(client.next(SOON)).startsWith("\0\3\0" + (char) block);
      }
      assertThat(client.next(QUIET)).isNull();
    }
  }

  @Test
  void whoNeverAnswersIsSentTheFirstBlockOnceAndOptionsThreeTimes() throws IOException {
    TftpSettings hasty = settings(Duration.ofMillis(100), 9, Duration.ofHours(1));
    try (RunningServer server = RunningServer.serving(new byte[5000], hasty);
        RawClient client = new RawClient()) {
      client.ask(server, READ, "x", "octet");
      assertThat(client.next(SOON)).startsWith("\0\3\0\1");
      assertThat(client.next(2500)).isNull();
      client.ask(server, READ, "x", "octet", "windowsize", "9");
      for (int tries = 0; tries < 3; tries++) {
        assertThat(client.next(SOON)).startsWith("\0\6windowsize");
      }
      assertThat(client.next(2500)).isNull();
    }
  }

  @Test
  void whoHasAnsweredOnceIsSentEveryBlockAFewTimes() throws IOException {
    TftpSettings hasty = settings(Duration.ofMillis(100), 9, Duration.ofHours(1));
    try (RunningServer server = RunningServer.serving(new byte[5000], hasty);
        RawClient client = new RawClient()) {
      client.ask(server, READ, "x", "octet");
      assertThat(client.next(SOON)).startsWith("\0\3\0\1");
      client.acknowledge(1);
      for (int tries = 0; tries < hasty.tries(); tries++) {
        assertThat(client.next(SOON)).startsWith("\0\3\0\2");
      }
      assertThat(client.next(1000)).isNull();
    }
  }

  @Test
  void aTransferThatLastsTooLongEnds() throws IOException {
    TftpSettings brief = settings(Duration.ofMillis(50), 9, Duration.ofMillis(120));
    try (RunningServer server = RunningServer.serving(new byte[5000], brief);
        RawClient client = new RawClient()) {
      client.ask(server, READ, "x", "octet");
      assertThat(client.next(SOON)).startsWith("\0\3\0\1");
      client.acknowledge(1);
      int packets = 0;
      while (client.next(1000) != null) {
        packets++;
      }
      assertThat(packets).isBetween(1, 4);
    }
  }

  @Test
  void writingIsAnAccessViolation() throws IOException {
    assertThat(answer((_, _) -> TftpContent.of(new byte[1]), WRITE, "x", "octet"))
        .startsWith("\0\5\0\2access violation");
  }

  @Test
  void refusalsNameTheirReason() throws IOException {
    assertThat(answer((_, _) -> null, READ, "none", "octet")).isEqualTo("\0\5\0\1file not found\0");
    assertThat(
            answer(
                (name, _) -> {
                  throw new AccessDeniedException(name);
                },
                READ,
                "x",
                "octet"))
        .startsWith("\0\5\0\2");
    assertThat(
            answer(
                (_, _) -> {
                  throw new IOException("disk on fire");
                },
                READ,
                "x",
                "octet"))
        .startsWith("\0\5\0\0")
        .doesNotContain("fire");
    assertThat(answer((_, _) -> TftpContent.of(new byte[1]), READ, "x", "netascii"))
        .contains("octet");
  }

  @Test
  void whatHasNoPlaceInATransferEndsIt() throws IOException {
    try (RunningServer server = RunningServer.serving(new byte[5000], CALM);
        RawClient client = new RawClient()) {
      client.ask(server, READ, "x", "octet");
      assertThat(client.next(SOON)).startsWith("\0\3\0\1");
      client.answer(3, 1, "data");
      assertThat(client.next(SOON)).startsWith("\0\5\0\4");
      client.acknowledge(1);
      assertThat(client.next(QUIET)).isNull();
    }
  }

  @Test
  void whoHasAnsweredKeepsItsPlaceAndTheNextWaitsForIt() throws IOException {
    TftpSettings one = settings(Duration.ofMinutes(1), 1, Duration.ofHours(1));
    try (RunningServer server = RunningServer.serving(new byte[1600], one);
        RawClient first = new RawClient();
        RawClient second = new RawClient()) {
      first.ask(server, READ, "x", "octet");
      assertThat(first.next(SOON)).startsWith("\0\3\0\1");
      first.acknowledge(1);
      assertThat(first.next(SOON)).startsWith("\0\3\0\2");
      second.ask(server, READ, "x", "octet");
      assertThat(second.next(QUIET)).isNull();
      first.answer(ERROR, 0, "enough\0");
      String answer = null;
      for (int tries = 0; answer == null && tries < 100; tries++) {
        second.ask(server, READ, "x", "octet");
        answer = second.next(QUIET);
      }
      assertThat(answer).startsWith("\0\3\0\1");
    }
  }

  @Test
  void whoHasNotAnsweredGivesWay() throws IOException {
    TftpSettings one = settings(Duration.ofMinutes(1), 1, Duration.ofHours(1));
    try (RunningServer server = RunningServer.serving(new byte[1600], one);
        RawClient first = new RawClient();
        RawClient second = new RawClient()) {
      first.ask(server, READ, "x", "octet");
      assertThat(first.next(SOON)).startsWith("\0\3\0\1");
      second.ask(server, READ, "x", "octet");
      assertThat(second.next(SOON)).startsWith("\0\3\0\1");
      first.acknowledge(1);
      assertThat(first.next(QUIET)).isNull();
      second.acknowledge(1);
      assertThat(second.next(SOON)).startsWith("\0\3\0\2");
    }
  }

  @Test
  void closingEndsTransfersAndClosesTheirFiles() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    TftpContent content =
        new TftpContent() {
          @Override
          public long size() {
            return 5000;
          }

          @Override
          public int read(long offset, ByteBuffer into) {
            into.put((byte) 7);
            return 1;
          }

          @Override
          public void close() {
            closed.countDown();
          }
        };
    try (RunningServer server = RunningServer.of((_, _) -> content, CALM);
        RawClient client = new RawClient()) {
      client.ask(server, READ, "x", "octet");
      assertThat(client.next(SOON)).startsWith("\0\3\0\1");
      server.stop();
      assertThat(closed.await(SOON, TimeUnit.MILLISECONDS)).isTrue();
      assertThatThrownBy(server::port).hasMessageContaining("not running");
    }
  }

  @Test
  void theSourceIsToldWhenTheLastBlockIsAcknowledgedAndNotBefore() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    FileSource source = (_, _) -> TftpContent.of(new byte[600], told::countDown);
    try (RunningServer server = RunningServer.of(source, CALM);
        RawClient stopping = new RawClient();
        RawClient taking = new RawClient()) {
      stopping.ask(server, READ, "x", "octet");
      assertThat(stopping.next(SOON)).startsWith("\0\3\0\1");
      stopping.acknowledge(1);
      assertThat(stopping.next(SOON)).startsWith("\0\3\0\2");
      stopping.answer(ERROR, 0, "enough\0");
      taking.ask(server, READ, "x", "octet");
      assertThat(taking.next(SOON)).startsWith("\0\3\0\1");
      taking.acknowledge(1);
      assertThat(taking.next(SOON)).startsWith("\0\3\0\2");
      assertThat(told.getCount()).isOne();
      taking.acknowledge(2);
      assertThat(told.await(SOON, TimeUnit.MILLISECONDS)).isTrue();
    }
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (RunningServer server = RunningServer.serving(new byte[1], CALM);
        TftpServer second =
            new TftpServer((_, _) -> null, server.address(), TftpSettings.STANDARD)) {
      assertThatThrownBy(second::start)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(Integer.toString(server.port()));
    }
  }

  private static String answer(FileSource source, int code, String... texts) throws IOException {
    try (RunningServer server = RunningServer.of(source, CALM);
        RawClient client = new RawClient()) {
      client.ask(server, code, texts);
      String answer = client.next(SOON);
      return answer == null ? "no answer" : answer;
    }
  }

  private static TftpSettings settings(Duration retransmitAfter, int places, Duration longest) {
    return new TftpSettings(
        99, places, 255, 65464, 64, retransmitAfter, 3, 3, Duration.ofSeconds(2), 4 << 20, longest);
  }
}
