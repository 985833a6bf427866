package org.novabm.rack.redfish;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What a kind of BMC does its own way, by key. The keys are those of {@code plain.properties}. */
record Traits(Map<String, String> values) {

  Traits {
    values = Map.copyOf(values);
  }

  String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "trait '" + key + "' is none of " + new TreeSet<>(values.keySet()));
    }
    return value;
  }

  /** Parts between blanks; none when the value is empty. */
  List<String> words(String key) {
    String text = text(key);
    return text.isEmpty() ? List.of() : List.of(text.split(" +"));
  }

  int number(String key) {
    try {
      return Integer.parseInt(text(key));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " = " + text(key) + " is no number", e);
    }
  }

  <E extends Enum<E>> E one(Class<E> kind, String key) {
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
   * @throws IllegalArgumentException when there is no such key; the message lists those there are
   */
  Traits with(String key, String value) {
    text(key);
    Map<String, String> more = new HashMap<>(values);
    more.put(key, value.strip());
    return new Traits(more);
  }
}
