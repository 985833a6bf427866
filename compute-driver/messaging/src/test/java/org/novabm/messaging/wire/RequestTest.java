package org.novabm.messaging.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.messaging.Samples;

class RequestTest {

  @Test
  void readsACallOfZed() {
    Request request = Samples.request("zed-ping");

    assertThat(request.method()).isEqualTo("ping");
    assertThat(request.namespace()).isEqualTo("baseapi");
    assertThat(request.version()).isEqualTo("1.0");
    assertThat(request.args().get("arg").stringValue()).isEqualTo("hello");
    assertThat(request.isCall()).isTrue();
    assertThat(request.replyKey()).startsWith("reply_");
    assertThat(request.timeout()).isEqualTo(new CallTimeout.Unwatched());
    assertThat(request.context().get("user_name").stringValue()).isEqualTo("demo");
  }

  @Test
  void readsACallOfGrizzlyWhichNamesNoReplyQueue() {
    Request request = Samples.request("grizzly-get_console_output");

    assertThat(request.replyQueue()).isNull();
    assertThat(request.replyKey()).isEqualTo(request.messageId());
    assertThat(request.timeout()).isEqualTo(new CallTimeout.Absent());
    assertThat(request.wrapped()).isFalse();
  }

  @Test
  void readsACast() {
    Request request = Samples.request("zed-stop_instance");

    assertThat(request.isCall()).isFalse();
    assertThatThrownBy(request::replyKey).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void fillsInWhatMayBeMissing() {
    Request request = Samples.request(Json.object().put("method", "ping"));

    assertThat(request.version()).isEqualTo("1.0");
    assertThat(request.args()).isEmpty();
    assertThat(request.uniqueId()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2,1000", "5,2500", "60,30000"})
  void tellsHowOftenAWatchingCallerWantsToHear(int seconds, long interval) {
    Request request = Samples.request(Json.object().put("method", "m").put("_timeout", seconds));

    assertThat(request.timeout())
        .isInstanceOfSatisfying(
            CallTimeout.Watched.class,
            watched -> assertThat(watched.interval()).isEqualTo(Duration.ofMillis(interval)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "0", "-4", "2.5", "\"30\"", "99999999999"})
  void keepsQuietForAnyOtherTimeout(String value) throws Exception {
    Request request =
        Samples.request(Json.object("{\"method\": \"m\", \"_timeout\": " + value + "}"));

    assertThat(request.timeout()).isEqualTo(new CallTimeout.Unwatched());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"method\": \"\"}",
        "{\"method\": 7}",
        "{\"method\": null}",
        "{\"method\": \"m\", \"args\": []}",
        "{\"method\": \"m\", \"_reply_q\": {}}",
        "{\"method\": \"m\", \"_unique_id\": \"a b\"}",
        "{\"method\": \"m\", \"_unique_id\": \"\"}"
      })
  void refusesWhatIsNoRequest(String message) throws Exception {
    Envelope envelope = new Envelope(Json.object(message), false);

    assertThatThrownBy(() -> Request.of(envelope)).isInstanceOf(BadMessageException.class);
  }

  @Test
  void refusesNamesThatAmqpCannotCarry() {
    Envelope envelope =
        new Envelope(Json.object().put("method", "m").put("_reply_q", "q".repeat(256)), false);

    assertThatThrownBy(() -> Request.of(envelope)).hasMessageContaining("_reply_q");
  }

  @Test
  void theJournalKeepsWhatIsNeededAndNoSecret() throws Exception {
    Request request = Samples.request("zed-build_and_run_instance");

    String text = JournalText.of(request);
    Request again = JournalText.read(text);

    assertThat(text).doesNotContain("SANITISED", "service_catalog", "admin_password");
    assertThat(again.method()).isEqualTo(request.method());
    assertThat(again.version()).isEqualTo("6.0");
    assertThat(again.uniqueId()).isEqualTo(request.uniqueId());
    assertThat(again.args().get("instance")).isEqualTo(request.args().get("instance"));
    assertThat(again.context().get("request_id")).isEqualTo(request.context().get("request_id"));
  }

  @Test
  void theJournalKeepsWhoWaitsForTheAnswer() throws Exception {
    Request again = JournalText.read(JournalText.of(Samples.request("zed-get_console_output")));

    assertThat(again.messageId()).isEqualTo(Samples.request("zed-get_console_output").messageId());
    assertThat(again.replyKey()).startsWith("reply_");
    assertThat(again.timeout()).isEqualTo(new CallTimeout.Unwatched());
  }
}
