package org.novabm.messaging.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"method\": \"spawn\", \"args\": {\"admin_password\": \"hunter2\", \"user_data\": \"aHVudGVyMg\"",
        "{\"oslo.version\": \"9.9\", \"oslo.message\": \"{\\\"token\\\": \\\"hunter2\\\"}\"}",
        "{'auth_token': 'hunter2'}",
        "password=hunter2&x=1",
        "password hunter2",
        "[\"hunter2\", 1]",
        "{\"a\":\"x\\\"hunter2\\\"\"}"
      })
  void showsNoValue(String body) {
    assertThat(Excerpt.of(body.getBytes(UTF_8))).doesNotContain("hunter2", "aHVudGVyMg");
  }

  @Test
  void showsWhoItMayHaveBeen() {
    String body = "{\"method\": \"spawn\", \"args\": {\"image\": \"secret\"}}";

    assertThat(Excerpt.of(body.getBytes(UTF_8)))
        .isEqualTo("{\"method\": \"spawn\", \"args\": {\"image\": \"***\"}}");
  }

  @Test
  void isShortAndOnOneLine() {
    String excerpt = Excerpt.of(("{\"a\": \"\n\r\u001b[31m" + "x ".repeat(5000)).getBytes(UTF_8));

    assertThat(excerpt).hasSizeLessThan(500).doesNotContain("\n", "\r", "\u001b");
  }
}
