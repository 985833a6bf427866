package org.novabm.messaging.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.messaging.Samples;

class EnvelopeTest {

  @Test
  void opensTheRealEnvelope() throws Exception {
    String raw = Samples.spoken("oslo14-call-echo-6.0", 0).get("raw_body").stringValue();

    Envelope envelope = Envelope.open(raw.getBytes(UTF_8));

    assertThat(envelope.wrapped()).isTrue();
    assertThat(envelope.message())
        .isEqualTo(Samples.spoken("oslo14-call-echo-6.0", 0).get("message"));
  }

  @Test
  void takesABareMessageAsItIs() throws Exception {
    Envelope envelope = Envelope.open(Samples.body("grizzly-run_instance"));

    assertThat(envelope.wrapped()).isFalse();
    assertThat(envelope.message().get("method").stringValue()).isEqualTo("run_instance");
  }

  @Test
  void whatIsSealedOpensAgain() throws Exception {
    Envelope envelope = new Envelope(Json.object().put("a", "\"\\\n€"), true);

    assertThat(Envelope.open(envelope.seal())).isEqualTo(envelope);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.1", "3.0", "1.0", "two", ""})
  void refusesOtherVersions(String version) {
    String body = "{\"oslo.version\": \"" + version + "\", \"oslo.message\": \"{}\"}";

    assertThatThrownBy(() -> Envelope.open(body.getBytes(UTF_8)))
        .isInstanceOf(BadMessageException.class)
        .hasMessageContaining("other than 2.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "7",
        "{\"a\": ",
        "{} {}",
        "{\"oslo.version\": \"2.0\", \"oslo.message\": {}}",
        "{\"oslo.version\": \"2.0\", \"oslo.message\": \"[]\"}"
      })
  void refusesWhatIsNoMessage(String body) {
    assertThatThrownBy(() -> Envelope.open(body.getBytes(UTF_8)))
        .isInstanceOf(BadMessageException.class);
  }

  @Test
  void refusesEndlessNesting() {
    String body = "{\"a\":".repeat(100_000);

    assertThatThrownBy(() -> Envelope.open(body.getBytes(UTF_8)))
        .isInstanceOf(BadMessageException.class)
        .hasMessageContaining("deeper than 64");
  }

  @Test
  void refusesMoreValuesThanTheHeapIsMadeFor() {
    String values = "{\"a\": [" + "{},".repeat(Json.MAX_TOKENS / 2) + "{}]}";
    String value = "{\"method\": \"" + "m".repeat(Json.MAX_STRING + 1) + "\"}";

    assertThatThrownBy(() -> Envelope.open(values.getBytes(UTF_8)))
        .hasMessageContaining("more than 32768 values");
    assertThatThrownBy(() -> Json.object(value)).hasMessageContaining("262144 characters");
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThatThrownBy(
            () -> Envelope.open((" ".repeat(Json.MAX_LENGTH + 1) + "{}").getBytes(UTF_8)))
        .isInstanceOf(BadMessageException.class)
        .hasMessageContaining("longer than");
  }
}
