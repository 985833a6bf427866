package org.novabm.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.app.rest.RestAddress;

/** With which exit code a deployment is followed to its end. */
class FollowerTest {

  private final StringWriter shown = new StringWriter();
  private final HttpServer service = unbound();
  private volatile String deployment = "";

  @BeforeEach
  void serve() throws IOException {
    service.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/v1/deployments/",
        exchange -> {
          byte[] body = deployment.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    service.start();
  }

  private static HttpServer unbound() {
    try {
      return HttpServer.create();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    service.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "active, null, 0",
    "active, '\"reboot on request: no answer\"', 1",
    "stopped, null, 0",
    "stopped, '\"power on on request: no answer\"', 1",
    "deleted, '\"of an earlier failure\"', 0",
    "failed, '\"no node fits\"', 1",
    "error, '\"power off: no answer\"', 1"
  })
  void aRequestThatFailedIsOneAlthoughTheInstanceRuns(String state, String reason, int code)
      throws Exception {
    deployment =
        """
        {"state": "%s", "asked": null, "reason": %s, "timeline": []}"""
            .formatted(state, reason);
    URI base = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    Follower follower =
        new Follower(new RestAddress(base, null, null), new PrintWriter(shown, true));
    assertThat(follower.follow("d1")).isEqualTo(code);
    assertThat(shown.toString()).contains(state);
  }
}
