package org.novabm.messaging.notify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The two ways in which Nova writes a date into one and the same payload; always UTC, microseconds.
 */
final class PayloadDates {

  private static final DateTimeFormatter ISO = format("yyyy-MM-dd'T'HH:mm:ss.SSSSSS");
  private static final DateTimeFormatter ZONED = format("yyyy-MM-dd HH:mm:ss.SSSSSS'+00:00'");

  private PayloadDates() {}

  /** {@code 2026-03-04T05:06:07.000000}; empty when there is none. */
  static String iso(@Nullable Instant at) {
    return at == null ? "" : ISO.format(at);
  }

  /** {@code 2026-11-21 09:26:41.120441+00:00}, only for {@code created_at}; empty as above. */
  static String zoned(@Nullable Instant at) {
    return at == null ? "" : ZONED.format(at);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
