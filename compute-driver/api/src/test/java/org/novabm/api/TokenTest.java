package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverHttp
class TokenTest {

  private final Caller caller;

  TokenTest(@LocalServerPort int port) {
    this.caller = Caller.stranger(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "/v1/nodes",
        "/v2/os-baremetal-nodes",
        "/actuator/health",
        "/actuator/prometheus",
        "/v3/api-docs",
        "/nowhere"
      })
  void asksEverybodyForTheTokenEverywhere(String path) {
    var answer = caller.get(path);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.fault("unauthorized")).contains("X-Auth-Token");
    assertThat(answer.whole().headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"novabm\"");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Auth-Token, corn-battery-staple",
    "Authorization, Bearer corn-battery-staple",
    "Authorization, bearer corn-battery-staple"
  })
  void letsTheTokenIn(String header, String value) {
    assertThat(caller.get("/v1", header, value).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Auth-Token, corn-battery-stapl",
    "X-Auth-Token, corn-battery-staples",
    "X-Auth-Token, ''",
    "X-Auth-Token, Bearer corn-battery-staple",
    "Authorization, corn-battery-staple",
    "Authorization, Basic corn-battery-staple",
    "Authorization, Bearer"
  })
  void refusesAnythingElse(String header, String value) {
    assertThat(caller.get("/v1", header, value).status()).isEqualTo(401);
  }

  @Test
  void doesNotMindProxiesOnceThereIsAToken() {
    var answer =
        caller.get("/v1", "X-Auth-Token", GuardedService.TOKEN, "X-Forwarded-For", "10.0.0.1");
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void doesNotReadTheBodyOfAStranger() {
    assertThat(caller.post("/v1/nodes", " ".repeat(2 << 20)).status()).isEqualTo(401);
  }
}
