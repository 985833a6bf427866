package org.novabm.power.redfish;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An answer.
 *
 * @param body null when it is no JSON
 */
record BmcAnswer(int status, HttpHeaders headers, @Nullable JsonNode body) {

  boolean isGood() {
    return status / 100 == 2;
  }

  /** Whether it sends the request to another path (RFC 9110, 15.4). */
  boolean sendsOn() {
    return switch (status) {
      case 301, 302, 307, 308 -> headers.firstValue("Location").isPresent();
      default -> false;
    };
  }

  String complaint() {
    return AnswerText.complaint(status, body);
  }

  List<AnswerText.Message> messages() {
    return AnswerText.messages(body);
  }

  /** How long it asks to be left alone; zero when it does not say so in seconds. */
  Duration retryAfter() {
    return headers
        .firstValue("Retry-After")
        .filter(text -> text.matches("[0-9]{1,5}"))
        .map(text -> Duration.ofSeconds(Integer.parseInt(text)))
        .orElse(Duration.ZERO);
  }
}
