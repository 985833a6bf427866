package org.novabm.api.v1;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as this service writes them: ISO 8601, UTC, always three digits of milliseconds. */
final class TimeText {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private TimeText() {}

  static String of(Instant time) {
    return FORM.format(time);
  }

  static @Nullable String orNull(@Nullable Instant time) {
    return time == null ? null : of(time);
  }
}
