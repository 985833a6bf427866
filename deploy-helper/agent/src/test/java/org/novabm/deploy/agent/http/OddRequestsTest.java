package org.novabm.deploy.agent.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that nobody sends in earnest are refused or cut, and then an honest one is served. */
class OddRequestsTest {

  private static final String HOST = "Host: x\r\n";
  private static final String POST = "POST /echo HTTP/1.1\r\n" + HOST;

  @TempDir private static Path folder;
  private static Shop shop;

  @BeforeAll
  static void open() throws IOException {
    shop = new Shop(folder, HttpBounds.STANDARD, Watch.NOBODY);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @AfterEach
  void anHonestRequestIsServed() throws IOException {
    shop.servesTheHonest();
  }

  static List<String> odd() {
    return List.of(
        "GET mailto:x HTTP/1.1\r\n" + HOST + "\r\n",
        "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n",
        "GET ? HTTP/1.1\r\n" + HOST + "\r\n",
        "CONNECT x:1 HTTP/1.1\r\n" + HOST + "\r\n",
        "GET /%zz HTTP/1.1\r\n" + HOST + "\r\n",
        "GET /\0 HTTP/1.1\r\n" + HOST + "\r\n",
        "GET /small\r\n\r\n",
        "GET /small HTTP/9.9\r\n" + HOST + "\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003".repeat(20) + "\r\n\r\n",
        "GET /" + "a".repeat(10_000_000) + " HTTP/1.1\r\n" + HOST + "\r\n",
        "GET / HTTP/1.1\r\nX: " + "a".repeat(1_000_000) + "\r\n\r\n",
        "GET /small HTTP/1.1\r\n" + "X: a\r\n".repeat(5000) + "\r\n",
        "GET /small HTTP/1.1\r\n" + "a:\r\n".repeat(40) + "\r\n",
        POST + "Content-Length: 99999999999999\r\n\r\nmac=1",
        POST + "Content-Length: -5\r\n\r\nmac=1",
        POST + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nmac=1x",
        POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        POST + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        POST + "Transfer-Encoding : chunked\r\nContent-Length: 3\r\n\r\nabc",
        POST + "Content-Length: 20000000\r\n\r\n" + "a".repeat(20_000_000),
        POST + "Content-Length: 4097\r\n\r\n" + "a".repeat(4097),
        POST + "Transfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\nmac",
        POST + "Transfer-Encoding: chunked\r\n\r\n8000000000000000\r\nmac",
        POST + "Transfer-Encoding: chunked\r\n\r\n-1\r\nmac",
        POST
            + "Transfer-Encoding: chunked\r\n\r\n1;"
            + "a".repeat(1_000_000)
            + "\r\nm\r\n0\r\n\r\n",
        POST + "Transfer-Encoding: chunked\r\n\r\n" + "1\r\na\r\n".repeat(100_000),
        POST + "Expect: 100-continue\r\nContent-Length: 5000\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("odd")
  void whatIsOddIsRefusedOrCut(String request) throws IOException {
    try (Caller caller = new Caller(shop.number(), "127.0.0.1")) {
      try {
        caller.say(request);
        caller.saysNoMore();
      } catch (IOException e) {
        return; // cut while it was sending
      }
      assertThat(caller.text()).matches("(?s)|HTTP/1\\.1 4\\d\\d .*");
    }
  }

  /** Seeded, so that a failure comes again. */
  @Test
  void twoThousandMutatedRequestsBreakNothing() throws Exception {
    shop.servesTheHonest();
    Shop.await(() -> shop.port.connections() == 0);
    long before = Shop.descriptors();
    int threads = threads();
    Random random = new Random(22);
    for (int i = 0; i < 2000; i++) {
      byte[] request = Mutations.of(random);
      try (Caller caller = new Caller(shop.number(), "127.0.0." + (1 + i % 100))) {
        caller.say(request);
        caller.saysNoMore();
        assertThat(new String(caller.everything(), ISO_8859_1))
            .as(() -> "seed 22, " + new String(request, ISO_8859_1))
            .matches("(?s)|HTTP/1\\.1 (100|[234]\\d\\d) .*");
      } catch (IOException e) {
        // a reset while it was sending: that is allowed
      }
    }
    shop.isEmptyAgain(before);
    assertThat(threads()).isLessThanOrEqualTo(threads + HttpBounds.STANDARD.answersAtOnce());
  }

  private static int threads() {
    return Thread.activeCount();
  }

  /** As the review's fuzzer made them. */
  private static final class Mutations {

    private static final List<String> SEEDS =
        List.of(
            "GET /small?mac=52:54:00:00:00:01 HTTP/1.1\r\nHost: x\r\n\r\n",
            "HEAD /file HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /file HTTP/1.1\r\nHost: x\r\nRange: bytes=0-99\r\nIf-None-Match: \"x\"\r\n\r\n",
            POST + "Content-Length: 40\r\n\r\nmac=52:54:00:00:00:01&secret=0123456789ab",
            POST + "X-Novabm-Session: ab\r\nContent-Length: 0\r\n\r\n",
            POST + "Transfer-Encoding: chunked\r\n\r\n8\r\nreason=x\r\n0\r\n\r\n");

    private static final List<String> TOKENS =
        List.of(
            "\r\n",
            "\n",
            "%00",
            "%",
            "\0",
            "..",
            "//",
            "&",
            "=",
            "9".repeat(40),
            "-1",
            "\u00ff",
            "Content-Length: 1\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Expect: 100-continue\r\n",
            "Range: bytes=9-1,5-\r\n",
            "Connection: Upgrade\r\n",
            " ",
            ":",
            "?",
            "#",
            "a".repeat(9000),
            "HTTP/1.1",
            "\t");

    private Mutations() {}

    static byte[] of(Random random) {
      StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
      for (int times = 1 + random.nextInt(5); times > 0; times--) {
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(10)) {
          case 0, 1, 2, 3 ->
              text.replace(
                  at,
                  Math.min(text.length(), at + random.nextInt(4)),
                  TOKENS.get(random.nextInt(TOKENS.size())));
          case 4, 5 -> text.insert(at, (char) random.nextInt(256));
          case 6 -> text.setLength(Math.max(1, at));
          case 7 -> text.append(text);
          default -> text.insert(at, noise(random));
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(text.toString().getBytes(ISO_8859_1));
      return bytes.toByteArray();
    }

    private static String noise(Random random) {
      return IntStream.range(0, random.nextInt(20))
          .collect(
              StringBuilder::new,
              (noise, _) -> noise.append((char) (32 + random.nextInt(95))),
              StringBuilder::append)
          .toString();
    }
  }
}
