package org.novabm.messaging.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novabm.messaging.Samples;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

class ReplyTest {

  private final Request fresh = Samples.request("zed-get_console_output");
  private final Request old = Samples.request("grizzly-get_console_output");

  @Test
  void newCallersGetOneMessage() {
    assertThat(Reply.answer(fresh, StringNode.valueOf("text")))
        .containsExactly(new Reply(idOf(fresh), StringNode.valueOf("text"), null, true));
  }

  @Test
  void oldCallersGetTheResultAndTheEndApart() {
    assertThat(Reply.answer(old, StringNode.valueOf("text")))
        .containsExactly(
            new Reply(idOf(old), StringNode.valueOf("text"), null, false),
            new Reply(idOf(old), null, null, true));
  }

  @Test
  void nullIsOneMessageForEverybody() {
    assertThat(Reply.answer(fresh, null))
        .isEqualTo(List.of(new Reply(idOf(fresh), null, null, true)));
    assertThat(Reply.answer(old, null)).isEqualTo(List.of(new Reply(idOf(old), null, null, true)));
  }

  @Test
  void hasTheMembersOfARealReply() {
    ObjectNode real = (ObjectNode) Samples.spoken("oslo14-call-nothing", 1).get("message");

    ObjectNode ours = Reply.answer(fresh, null).getFirst().message();

    assertThat(ours.propertyNames()).containsExactlyInAnyOrderElementsOf(real.propertyNames());
    assertThat(ours.get("failure").isNull()).isTrue();
    assertThat(ours.get("result").isNull()).isTrue();
    assertThat(ours.get("_unique_id").stringValue()).matches("[0-9a-f]{32}");
  }

  @Test
  void aFailureIsTextInsideText() throws Exception {
    Failure failure = Failure.nova("InstanceNotFound", "gone", Map.of("code", 404));

    ObjectNode ours = Reply.failed(fresh, failure).message();

    ObjectNode told = Json.object(ours.get("failure").stringValue());
    ObjectNode real =
        Json.object(
            Samples.spoken("oslo14-call-nova_fail", 1).get("message").get("failure").stringValue());
    assertThat(told.propertyNames()).containsExactlyInAnyOrderElementsOf(real.propertyNames());
    assertThat(told.get("tb").isArray()).isTrue();
    assertThat(told.get("module").stringValue()).isEqualTo("nova.exception");
    assertThat(told.get("args").get(0).stringValue()).isEqualTo("gone");
    assertThat(told.get("kwargs").get("code").intValue()).isEqualTo(404);
    assertThat(ours.get("ending").booleanValue()).isTrue();
  }

  @Test
  void aSignOfLifeEndsNothing() {
    assertThat(Reply.keepAlive(fresh)).isEqualTo(new Reply(idOf(fresh), null, null, false));
  }

  @Test
  void readsWhatItWrites() throws Exception {
    Reply reply = Reply.answer(fresh, StringNode.valueOf("text")).getFirst();

    assertThat(Reply.of(new Envelope(reply.message(), true))).isEqualTo(reply);
  }

  @Test
  void saysTheVeryTextsOfTheLibrary() throws Exception {
    assertThat(Failure.noSuchMethod("nosuch").message())
        .isEqualTo(realMessage("oslo14-call-nosuch"));
    assertThat(Failure.unsupportedVersion("6.2", "echo").message())
        .isEqualTo(realMessage("oslo14-call-echo-6.2"));
  }

  private static String realMessage(String sample) throws BadMessageException {
    return Failure.parse(Samples.spoken(sample, 1).get("message").get("failure").stringValue())
        .message();
  }

  private static String idOf(Request call) {
    return String.valueOf(call.messageId());
  }
}
