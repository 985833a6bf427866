package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.Secret;

class ApiAccessTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
  void mayBeOpenOnLoopback(String listen) {
    assertThat(ApiAccess.of(listen, null, Set.of()).isOpen()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.1"})
  void needsATokenAnywhereElse(String listen) {
    assertThatThrownBy(() -> ApiAccess.of(listen, null, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("configure a token, or listen on 127.0.0.1");
    assertThat(ApiAccess.of(listen, Secret.of("t"), Set.of()).isOpen()).isFalse();
  }

  @Test
  void asksForTheTokenOnLoopbackToo() {
    assertThat(ApiAccess.of("127.0.0.1", Secret.of("t"), Set.of()).isOpen()).isFalse();
  }

  @Test
  void refusesAnEmptyTokenAndAnUnknownName() {
    assertThatThrownBy(() -> ApiAccess.of("127.0.0.1", Secret.of(" "), Set.of()))
        .hasMessageContaining("the API token is empty");
    assertThatThrownBy(() -> ApiAccess.of("no such host", null, Set.of()))
        .hasMessageContaining("'no such host'");
  }
}
