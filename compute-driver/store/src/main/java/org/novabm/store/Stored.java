package org.novabm.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Values as the columns can hold them, so that what is returned equals what will be read. */
final class Stored {

  private static final int MOST_CHARACTERS = 2000;

  private Stored() {}

  /** A {@code datetime(6)}. */
  static Instant time(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  /** A {@code varchar(2000)}: longer notes and reasons lose their end. */
  static @Nullable String text(@Nullable String text) {
    return text == null ? null : note(text);
  }

  static String note(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    int end = MOST_CHARACTERS - 1;
    // half a surrogate pair is not a character to the database
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
