package org.novabm.rack.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What a kind of BMC does its own way, by key. The keys are those of {@code plain.properties}. */
public record Traits(Map<String, String> values) {

  public Traits {
    values = Map.copyOf(values);
  }

  /**
   * A value.
   *
   * @throws IllegalArgumentException when there is no such key; the message lists those there are
   */
  public String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "trait '" + key + "' is none of " + new TreeSet<>(values.keySet()));
    }
    return value;
  }

  /** Parts between blanks; none when the value is empty. */
  public List<String> words(String key) {
    String text = text(key);
    return text.isEmpty() ? List.of() : List.of(text.split(" +"));
  }

  /**
   * A number, decimal or as {@code 0x1f}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public int number(String key) {
    try {
      return Integer.decode(text(key));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " = " + text(key) + " is not a number", e);
    }
  }

  /** Whether it says {@code yes} and not {@code no}. */
  public boolean yes(String key) {
    return one(YesNo.class, key) == YesNo.YES;
  }

  /**
   * One of a few words.
   *
   * @throws IllegalArgumentException when it is none of them; the message lists them
   */
  public <E extends Enum<E>> E one(Class<E> kind, String key) {
    String name = text(key).toUpperCase(Locale.ROOT).replace('-', '_');
    try {
      return Enum.valueOf(kind, name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s = %s is none of %s".formatted(key, text(key), List.of(kind.getEnumConstants())), e);
    }
  }

  /**
   * The same but for one.
   *
   * @param rule {@code key=value}, for example {@code already=409}
   * @throws IllegalArgumentException when it is no rule, or there is no such key
   */
  public Traits with(String rule) {
    int equals = rule.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("'" + rule + "' is not a rule such as already=409");
    }
    return with(rule.substring(0, equals).strip(), rule.substring(equals + 1));
  }

  /**
   * The same but for one.
   *
   * @throws IllegalArgumentException when there is no such key; the message lists those there are
   */
  public Traits with(String key, String value) {
    text(key);
    Map<String, String> more = new HashMap<>(values);
    more.put(key, value.strip());
    return new Traits(more);
  }
}
