package org.novabm.api.fault;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of single fields; each one that fails names the field and says what is allowed. */
public final class Field {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Field() {}

  public static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Fault.field(field, "is missing");
    }
    return value;
  }

  /** A whole number within bounds. */
  public static int whole(String field, @Nullable Integer value, int min, int max) {
    int number = required(field, value);
    if (number < min || number > max) {
      throw Fault.field(
          field, "must be a whole number from %d to %d, not %d".formatted(min, max, number));
    }
    return number;
  }

  /** A whole number within bounds, or the standard one when there is none. */
  public static int wholeOr(String field, @Nullable Integer value, int min, int max, int standard) {
    return value == null ? standard : whole(field, value, min, max);
  }

  /** A text that is not blank and has no control characters. */
  public static String text(String field, @Nullable String value, int longest) {
    String text = textOr(field, value, longest, "");
    if (text.isBlank()) {
      throw Fault.field(field, value == null ? "is missing" : "must not be empty");
    }
    return text;
  }

  /** A text without control characters, or the standard one when there is none. */
  public static String textOr(String field, @Nullable String value, int longest, String standard) {
    if (value == null) {
      return standard;
    }
    if (value.length() > longest) {
      throw Fault.field(field, "must have at most %d characters".formatted(longest));
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw Fault.field(field, "must not hold control characters");
    }
    return value;
  }

  /** A text that a value's own constructor reads and refuses. */
  public static <T> T parsed(String field, @Nullable String value, Function<String, T> parse) {
    try {
      return parse.apply(required(field, value));
    } catch (IllegalArgumentException e) {
      throw Fault.field(field, "is wrong: " + e.getMessage());
    }
  }

  /** Something that a check refuses by throwing {@link IllegalArgumentException}. */
  public static <T> T checked(String field, T value, Consumer<T> check) {
    try {
      check.accept(value);
      return value;
    } catch (IllegalArgumentException e) {
      throw Fault.field(field, "is wrong: " + e.getMessage());
    }
  }

  public static UUID uuid(String field, @Nullable String value) {
    String text = required(field, value);
    if (!UUID_FORM.matcher(text).matches()) {
      throw Fault.field(field, "must be a UUID such as 6f70656e-7374-4163-8b00-000000000001");
    }
    return UUID.fromString(text);
  }

  /** One of a few words. */
  public static String word(String field, @Nullable String value, List<String> words) {
    String text = required(field, value);
    if (!words.contains(text)) {
      throw Fault.field(field, "must be one of " + String.join(", ", words));
    }
    return text;
  }

  /** At most so many. */
  public static <T> List<T> listOr(String field, @Nullable List<T> values, int most) {
    if (values == null) {
      return List.of();
    }
    if (values.size() > most) {
      throw Fault.field(field, "must have at most %d entries".formatted(most));
    }
    if (values.stream().anyMatch(Objects::isNull)) {
      throw Fault.field(field, "must not hold null");
    }
    return List.copyOf(values);
  }
}
