package org.novabm.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A point in time as people write it: so long from now, or when. */
final class EndTime {

  private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

  private EndTime() {}

  /**
   * Reads {@code 30m}, {@code 2h}, {@code 7d}, or an ISO 8601 time with its zone.
   *
   * @throws ToolException for anything else
   */
  static Instant read(String text, Instant now) {
    Matcher span = SPAN.matcher(text);
    if (span.matches()) {
      long count = Long.parseLong(span.group(1));
      return now.plus(
          switch (span.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          });
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new ToolException(
          ExitCode.USAGE,
          "--until: '%s' is neither a span such as 30m, 2h or 7d nor a time with its zone such as 2026-03-04T05:06:07Z"
              .formatted(text),
          e);
    }
  }
}
