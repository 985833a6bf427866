package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverHttp
class OpenDoorTest {

  private final RawCall call;

  OpenDoorTest(@LocalServerPort int port) {
    this.call = new RawCall(InetAddress.getLoopbackAddress(), port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost",
        "Host: LOCALHOST:8774",
        "Host: 127.0.0.1:8774",
        "Host: [::1]:8774",
        "Host: [::1]",
        "Host: Rack1.example:8774"
      })
  void letsItsOwnNamesIn(String host) throws IOException {
    assertThat(call.statusOf("/v1", host)).isEqualTo("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example",
        "Host: localhost.evil.example:8774",
        "Host: 10.0.0.1",
        "Host: ",
        "Host: localhost\r\nX-Forwarded-For: 10.0.0.1",
        "Host: localhost\r\nForwarded: for=10.0.0.1",
        "Host: localhost\r\nVia: 1.1 proxy",
        "Host: localhost\r\nOrigin: https://evil.example",
        "Host: localhost\r\nOrigin: null"
      })
  void refusesStrangers(String headers) throws IOException {
    assertThat(call.statusOf("/v1", headers)).isEqualTo("HTTP/1.1 403 ");
    assertThat(call.statusOf("/actuator/health", headers)).isEqualTo("HTTP/1.1 403 ");
  }

  @Test
  void letsItsOwnPagesIn() throws IOException {
    assertThat(call.statusOf("/v1", "Host: localhost:1", "Origin: http://localhost:1"))
        .isEqualTo("HTTP/1.1 200 ");
  }

  @Test
  void boundsABodyThatDoesNotTellItsLength() throws IOException {
    String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    String request =
        String.join(
            "\r\n",
            "POST /v1/nodes HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked",
            "Connection: close",
            "",
            "");
    assertThat(call.send(request + chunk.repeat(17) + "0\r\n\r\n")).isEqualTo("HTTP/1.1 413 ");
    assertThat(call.send(request + chunk.repeat(16) + "0\r\n\r\n")).isEqualTo("HTTP/1.1 400 ");
  }
}
