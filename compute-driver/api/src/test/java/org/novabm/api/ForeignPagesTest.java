package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a page in a browser may do that got hold of the token. */
@OverHttp
class ForeignPagesTest {

  private static final String TOKEN = "X-Auth-Token: " + GuardedService.TOKEN;

  private final RawCall call;

  ForeignPagesTest(@LocalServerPort int port) {
    this.call = new RawCall(InetAddress.getLoopbackAddress(), port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost",
        "Host: anything.example:8774",
        "Host: localhost:8774\r\nOrigin: http://localhost:8774",
        "Host: api.example\r\nOrigin: https://API.example",
        "Host: [::1]:8774\r\nOrigin: http://[::1]:8774",
        "Host: localhost\r\nSec-Fetch-Site: none",
        "Host: localhost\r\nSec-Fetch-Site: same-origin",
        "Host: localhost\r\nX-Forwarded-For: 10.0.0.1"
      })
  void itsOwnPagesAndPlainCallersComeIn(String headers) throws IOException {
    assertThat(call.statusOf("/v1", headers, TOKEN)).isEqualTo("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost:8774\r\nOrigin: http://localhost:3000",
        "Host: localhost\r\nOrigin: https://evil.example",
        "Host: localhost\r\nOrigin: null",
        "Host: localhost\r\nOrigin: ",
        "Host: localhost\r\nSec-Fetch-Site: cross-site",
        "Host: localhost\r\nSec-Fetch-Site: Cross-Site\r\nSec-Fetch-Mode: no-cors",
        "Host: localhost\r\nSec-Fetch-Site: same-site"
      })
  void pagesOfOthersAreRefusedReadingToo(String headers) throws IOException {
    assertThat(call.statusOf("/v1", headers, TOKEN)).isEqualTo("HTTP/1.1 403 ");
    assertThat(call.statusOf("/v1/nodes/1/console/live", headers, TOKEN))
        .isEqualTo("HTTP/1.1 403 ");
    assertThat(call.statusOf("/v1", headers)).isEqualTo("HTTP/1.1 401 ");
  }

  @Test
  void aBodyThatDoesNotTellItsLengthIsBounded() throws IOException {
    String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    String request =
        String.join(
            "\r\n",
            "POST /v1/nodes HTTP/1.1",
            "Host: localhost",
            TOKEN,
            "Content-Type: application/json",
            "Transfer-Encoding: chunked",
            "Connection: close",
            "",
            "");
    assertThat(call.send(request + chunk.repeat(17) + "0\r\n\r\n")).isEqualTo("HTTP/1.1 413 ");
    assertThat(call.send(request + chunk.repeat(16) + "0\r\n\r\n")).isEqualTo("HTTP/1.1 400 ");
  }

  @Test
  void otherMethodsAndQueriesWithoutFormAreRefused() throws IOException {
    assertThat(call.send("OPTIONS /v1/nodes HTTP/1.0\r\nHost: x\r\n" + TOKEN + "\r\n\r\n"))
        .isEqualTo("HTTP/1.1 405 ");
    assertThat(call.send("OPTIONS /v1/nodes HTTP/1.0\r\nHost: x\r\n\r\n"))
        .isEqualTo("HTTP/1.1 401 ");
    for (String query : new String[] {"limit=%", "=x", "limit=%zz", "a&b=%F"}) {
      assertThat(call.statusOf("/v1/nodes?" + query, "Host: x", TOKEN))
          .as(query)
          .isEqualTo("HTTP/1.1 400 ");
    }
  }
}
