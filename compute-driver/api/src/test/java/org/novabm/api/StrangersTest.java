package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every way that was thought of to come in without the token. */
@OverHttp
class StrangersTest {

  private final RawCall call;

  StrangersTest(@LocalServerPort int port) {
    this.call = new RawCall(InetAddress.getLoopbackAddress(), port);
  }

  private void refused(String head) throws IOException {
    assertThat(call.send(head + "\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .as(head)
        .matches("HTTP/1.1 (400|401|404|405|501) ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/nodes/",
        "//v1/nodes",
        "/v1/./nodes",
        "/v1/../v1/nodes",
        "/v1/nodes;x=1",
        "/v1;a=b/nodes",
        "/V1/nodes",
        "/v1/nodes.json",
        "/v1/nodes%2f",
        "/%76%31/nodes",
        "/error",
        "/actuator",
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/prometheus",
        "/actuator/env",
        "/actuator/heapdump",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/swagger-ui.html",
        "/h2-console",
        "/v2/x/os-baremetal-nodes",
        "/v2.1/os-baremetal-nodes",
        "/v1/nodes/1/console/live",
        "/favicon.ico",
        "http://other/v1/nodes",
        "/v1/nodes?X-Auth-Token=corn-battery-staple",
        "/v1/nodes?token=corn-battery-staple",
        "*"
      })
  void noPathIsOpen(String path) throws IOException {
    refused("GET " + path + " HTTP/1.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS", "HEAD", "TRACE", "PUT", "PATCH", "CONNECT", "FOO", "PRI"})
  void noMethodIsOpen(String method) throws IOException {
    refused(method + " /v1/nodes HTTP/1.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Auth-Token:",
        "X-Auth-Token: x\r\nAuthorization: Bearer corn-battery-staple",
        "Authorization: Bearer ",
        "Authorization: Basic YTpi",
        "Cookie: token=corn-battery-staple",
        "X-Forwarded-For: 127.0.0.1",
        "Forwarded: for=127.0.0.1",
        "X-Original-URL: /v1",
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="
      })
  void noHeaderStandsForTheToken(String header) throws IOException {
    refused("GET /v1/nodes/1/console/live HTTP/1.1\r\n" + header);
    refused("GET /v1/nodes HTTP/1.1\r\n" + header);
  }
}
