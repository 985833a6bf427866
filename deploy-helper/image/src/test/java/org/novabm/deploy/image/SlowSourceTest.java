package org.novabm.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException.Refused;
import org.novabm.spi.BackendException.Unreachable;
import org.novabm.spi.deploy.ImageRef;

/** Sources that take their time on purpose, with bounds a hundredth of what they are by default. */
@Timeout(20)
class SlowSourceTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final ImageHosts LOOPBACK = ImageHosts.parse("127.0.0.1");

  @TempDir private Path folder;

  private PatientCache cache(Duration silence, Duration window, Duration longest) {
    return new PatientCache(folder, 1 << 20, PatientCache.with(LOOPBACK, silence, window, longest));
  }

  @Test
  void aSourceThatDripsIsHungUpOn() throws Exception {
    try (ImageServer server = new ImageServer(Images.raw(1 << 20, 1));
        PatientCache cache = cache(LONG, SHORT, LONG)) {
      assertThatThrownBy(() -> cache.fetch(new ImageRef(server.address("/drip"), null, null)))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("comes too slowly")
          .hasMessageContaining("64 KiB a second (image_least_kib)");
      server.hungUp.acquire();
    }
    assertThat(folder.resolve("cache")).isEmptyDirectory();
  }

  @Test
  void aSourceWhoseHeadDripsIsHungUpOn() throws IOException {
    try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\n", "X: y\r\n");
        PatientCache cache = cache(SHORT, LONG, LONG)) {
      assertThatThrownBy(() -> cache.fetch(new ImageRef(server.address(), null, null)))
          .isInstanceOf(Unreachable.class)
          .hasMessageContaining("did not answer within 0.3 s");
    }
  }

  @Test
  void aSourceThatSpeaksNoTlsIsHungUpOn() throws IOException {
    try (RawServer server = new RawServer("", "");
        PatientCache cache = cache(SHORT, LONG, LONG)) {
      String address = server.address().replace("http:", "https:");
      assertThatThrownBy(() -> cache.fetch(new ImageRef(address, null, null)))
          .isInstanceOf(Unreachable.class);
    }
  }

  @Test
  void redirectsThatTakeTheirTimeHaveATimeInAll() throws IOException {
    String head = "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n";
    try (RawServer server = new RawServer(head, "y");
        PatientCache cache = cache(LONG, LONG, SHORT)) {
      assertThatThrownBy(() -> cache.fetch(new ImageRef(server.address(), null, null)))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("is not complete after 0.3 s");
    }
  }

  @Test
  void aSourceThatIsJustFastEnoughHasATimeInAll() throws IOException {
    String piece = "x".repeat(4096);
    try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\n\r\n", piece);
        PatientCache cache = cache(LONG, SHORT, Duration.ofMillis(900))) {
      assertThatThrownBy(() -> cache.fetch(new ImageRef(server.address(), null, null)))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("image_fetch_seconds");
    }
  }

  @Test
  void aHeadWithoutEndIsNotKept() throws IOException {
    try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\nX: ", "y".repeat(4096));
        PatientCache cache = cache(LONG, LONG, LONG)) {
      assertThatThrownBy(() -> cache.fetch(new ImageRef(server.address(), null, null)))
          .isInstanceOf(Unreachable.class);
    }
  }

  @Test
  void theTimeInAllFollowsFromTheSize() {
    FetchSettings settings = PatientCache.LOOPBACK;

    assertThat(settings.longest(-1)).isEqualTo(Duration.ofHours(1));
    assertThat(settings.longest(64 << 20)).isEqualTo(Duration.ofSeconds(60 + 1024));
    assertThat(settings.longest(Long.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
  }

  /** Says one thing at once and another every few milliseconds, and listens to nothing. */
  private static final class RawServer implements AutoCloseable {

    private static final int PAUSE_MILLIS = 20;

    private final java.net.ServerSocket listening =
        new java.net.ServerSocket(0, 50, java.net.InetAddress.ofLiteral("127.0.0.1"));
    private final AtomicBoolean closed = new AtomicBoolean();

    RawServer(String first, String again) throws IOException {
      Thread.ofVirtual().start(() -> accept(first, again));
    }

    String address() {
      return "http://127.0.0.1:" + listening.getLocalPort() + "/image";
    }

    private void accept(String first, String again) {
      while (!closed.get()) {
        try {
          var socket = listening.accept();
          Thread.ofVirtual().start(() -> talk(socket, first, again));
        } catch (IOException e) {
          // the test is over
          return;
        }
      }
    }

    private void talk(java.net.Socket socket, String first, String again) {
      try (socket) {
        var out = socket.getOutputStream();
        out.write(first.getBytes(StandardCharsets.US_ASCII));
        while (!closed.get()) {
          out.write(again.getBytes(StandardCharsets.US_ASCII));
          out.flush();
          // not for a condition: this is the slowness that is tested
          Thread.sleep(PAUSE_MILLIS);
        }
      } catch (IOException e) {
        // hung up on, as wanted
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() throws IOException {
      closed.set(true);
      listening.close();
    }
  }
}
