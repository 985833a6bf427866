package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.Deadline;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Callers who take their time keep nobody out who has the token. */
@SpringBootTest(
    classes = ImpatientService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "server.address=127.0.0.1")
@Timeout(120)
class SlowCallersTest {

  private static final String HEAD = "GET /v1/nodes HTTP/1.1\r\nHost: x\r\nX: ";
  private static final String TOKEN = "X-Auth-Token: " + GuardedService.TOKEN + "\r\n";

  private static final int CALLS = 400;

  /** Thousands of connections take a small machine their time. */
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final int port;

  SlowCallersTest(@LocalServerPort int port) {
    this.port = port;
  }

  @Test
  void thousandsWithHalfAHeadKeepNobodyOut() throws IOException {
    long descriptors = descriptors();
    try (Drippers drippers = new Drippers(port, 3600, HEAD)) {
      for (int i = 0; i < 10; i++) {
        assertThat(new Caller(port).get("/v1").status()).isEqualTo(200);
      }
      await().atMost(PATIENCE).until(() -> drippers.comeAgain() > 3600);
      assertThat(new Caller(port).get("/v1").status()).isEqualTo(200);
    }
    await().atMost(PATIENCE).until(() -> descriptors() < descriptors + 20);
    assertThat(new Caller(port).get("/v1").status()).isEqualTo(200);
  }

  private static long descriptors() {
    var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getOpenFileDescriptorCount();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        HEAD,
        // a body after the refusal
        "POST /v1/nodes HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n",
        "POST /v1/nodes HTTP/1.1\r\nHost: x\r\n" + TOKEN + "Content-Length: 100000\r\n\r\n",
        "POST /v1/nodes HTTP/1.1\r\nHost: x\r\n"
            + TOKEN
            + "Transfer-Encoding: chunked\r\n\r\nFFF\r\n"
      })
  void aByteNowAndThenDoesNotKeepAConnection(String begin) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(300);
      socket.getOutputStream().write(begin.getBytes(StandardCharsets.ISO_8859_1));
      long started = System.nanoTime();
      String answer = dripUntilClosed(socket, begin.isEmpty() ? "" : "a");
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(8));
      if (begin.contains(TOKEN)) {
        assertThat(answer).startsWith("HTTP/1.1 408 ");
      }
    }
  }

  private static String dripUntilClosed(Socket socket, String drop) {
    StringBuilder answer = new StringBuilder();
    try {
      InputStream in = socket.getInputStream();
      while (true) {
        try {
          int read = in.read();
          if (read < 0) {
            return answer.toString();
          }
          answer.append((char) read);
        } catch (SocketTimeoutException _) {
          socket.getOutputStream().write(drop.getBytes(StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException _) {
      return answer.toString();
    }
  }

  @Test
  void anAnswerThatIsReadByteByByteIsCutOff() throws Exception {
    String call = "GET /v3/api-docs HTTP/1.1\r\nHost: x\r\n" + TOKEN + "\r\n";
    long whole = (long) CALLS * new Caller(port).get("/v3/api-docs").body().length();
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(2048);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.getOutputStream().write(call.repeat(CALLS).getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      long read = 0;
      Deadline slowly = Deadline.in(Duration.ofSeconds(4));
      while (!slowly.isOver() && in.read() >= 0) {
        read++;
        LockSupport.parkNanos(50_000_000);
      }
      assertThat(read + leftOver(in)).isLessThan(whole / 2);
    }
  }

  /** What the kernel has still, which is not ours to take back. */
  private static long leftOver(InputStream in) {
    long count = 0;
    byte[] some = new byte[1 << 16];
    try {
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        count += read;
      }
    } catch (IOException _) {
      // a reset is an end as well
    }
    return count;
  }

  @Test
  void headsHaveBounds() throws IOException {
    RawCall call = new RawCall(InetAddress.getLoopbackAddress(), port);
    assertThat(call.statusOf("/v1", "Host: x", "X: " + "a".repeat(9000)))
        .isEqualTo("HTTP/1.1 400 ");
    assertThat(call.statusOf("/v1", "Host: x", "X: a\r\n".repeat(70) + "Y: a"))
        .isEqualTo("HTTP/1.1 400 ");
  }
}
