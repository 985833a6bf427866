package org.novabm.spi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the configuration says for one back end: a read-only view of its keys. A provider reads each
 * key it knows into a record of its own and then calls {@link #refuseOthers()}, so that a misspelt
 * key is an error and not a silence.
 */
public final class BackendSettings {

  private final String group;
  private final Map<String, String> values;
  private final Set<String> known = new TreeSet<>();

  public BackendSettings(String group, Map<String, String> values) {
    this.group = group;
    this.values = new TreeMap<>(values);
  }

  /** No keys: every setting takes its default. */
  public static BackendSettings none(String group) {
    return new BackendSettings(group, Map.of());
  }

  public String text(String key, String otherwise) {
    known.add(key);
    return values.getOrDefault(key, otherwise);
  }

  public Path path(String key, Path otherwise) {
    return Path.of(text(key, otherwise.toString()));
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException when it is none, or outside {@code least..most}
   */
  public int number(String key, int otherwise, int least, int most) {
    String text = text(key, Integer.toString(otherwise));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(key, text, "a whole number", e);
    }
    throw wrong(key, text, "a number between " + least + " and " + most, null);
  }

  /**
   * A time in seconds, fractions allowed.
   *
   * @throws IllegalArgumentException when it is not a number above zero
   */
  public Duration seconds(String key, Duration otherwise) {
    String text = text(key, Double.toString(otherwise.toMillis() / 1000.0));
    try {
      double seconds = Double.parseDouble(text);
      if (seconds > 0 && seconds < 1e9) {
        return Duration.ofMillis(Math.round(seconds * 1000));
      }
    } catch (NumberFormatException e) {
      throw wrong(key, text, "a number of seconds", e);
    }
    throw wrong(key, text, "a number of seconds above 0", null);
  }

  /** A yes or no, in oslo.config's words: 1 yes true on, 0 no false off. */
  public boolean flag(String key, boolean otherwise) {
    String text = text(key, Boolean.toString(otherwise));
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "1", "yes", "true", "on" -> true;
      case "0", "no", "false", "off" -> false;
      default -> throw wrong(key, text, "one of true, false, yes, no, on, off, 1, 0", null);
    };
  }

  /**
   * Call after the last key was read.
   *
   * @throws IllegalArgumentException naming the keys nobody asked for
   */
  public void refuseOthers() {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "[" + group + "] has unknown keys " + unknown + "; known are " + known);
    }
  }

  private IllegalArgumentException wrong(
      String key, String text, String wanted, @org.jspecify.annotations.Nullable Throwable cause) {
    return new IllegalArgumentException(
        "[" + group + "] " + key + " = " + text + " is not " + wanted, cause);
  }
}
