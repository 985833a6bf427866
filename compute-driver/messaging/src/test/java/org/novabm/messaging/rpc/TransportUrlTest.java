package org.novabm.messaging.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;

class TransportUrlTest {

  @Test
  void readsSeveralBrokersAndDecodes() {
    TransportUrl url =
        TransportUrl.parse("rabbit://nova:p%40ss+w@mq1:5671,mq2,x:y@[::1]:7/my%2Fvhost?ssl=1");

    assertThat(url.brokers())
        .containsExactly(
            new Endpoint("mq1", 5671, "nova", Secret.of("p@ss+w")),
            new Endpoint("mq2", 0, "nova", Secret.of("p@ss+w")),
            new Endpoint("::1", 7, "x", Secret.of("y")));
    assertThat(url.virtualHost()).isEqualTo("my/vhost");
    assertThat(url.tls()).isTrue();
  }

  @Test
  void fillsInWhatRabbitMqBringsAlong() {
    TransportUrl url = TransportUrl.parse("rabbit://localhost");

    assertThat(url.brokers())
        .containsExactly(new Endpoint("localhost", 0, "guest", Secret.of("guest")));
    assertThat(url.virtualHost()).isEqualTo("/");
    assertThat(url.tls()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "http://u:hunter2@h/", "rabbit://", "rabbit://u:hunter2@h:x/"})
  void refusesOthersWithoutShowingThePassword(String text) {
    assertThatThrownBy(() -> TransportUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("hunter2");
  }
}
