package org.novabm.power.redfish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which refusals mean "not now" and not "never": by status (RFC 9110), by the message ids of {@code
 * passing.txt}, and, where a status says nothing about the account, by the words of the message.
 */
final class PassingRefusals {

  private static final Set<Integer> STATUSES = Set.of(408, 409, 425, 429, 502, 503, 504);
  private static final Set<Integer> WORDED = Set.of(400, 500);
  private static final List<String> WORDS =
      List.of("not ready", "try again", "retry", "temporarily", "is busy");
  private static final Set<String> IDS = ids();

  private PassingRefusals() {}

  static boolean has(BmcAnswer answer) {
    return STATUSES.contains(answer.status())
        || answer.messages().stream().anyMatch(one -> IDS.contains(one.key()))
        || (WORDED.contains(answer.status())
            && answer.messages().stream().anyMatch(PassingRefusals::saysSo));
  }

  private static boolean saysSo(AnswerText.Message message) {
    String text = message.text().toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(text::contains);
  }

  private static Set<String> ids() {
    try (InputStream file = PassingRefusals.class.getResourceAsStream("passing.txt")) {
      if (file == null) {
        throw new IllegalStateException("passing.txt is not beside its class");
      }
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
