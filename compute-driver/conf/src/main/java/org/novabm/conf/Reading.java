package org.novabm.conf;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.Secret;

/**
 * The value of one option with its references replaced, and the ways to understand it. Every way
 * throws {@link ConfigException} with the place when the text is not of that kind.
 */
public record Reading(OptionName name, String text, Origin origin) {

  /** Comma-separated, blanks around items dropped; as in oslo.config there is no quoting. */
  public List<String> list() {
    return CommaValues.list(text);
  }

  /** {@code key:value} pairs, comma-separated, keys unique, in the order written. */
  public Map<String, String> dict() {
    return as(CommaValues::dict);
  }

  /** A whole decimal number. */
  public int number(int least, int most) {
    try {
      int number = Integer.parseInt(PythonBlanks.strip(text));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong("a whole number", e);
    }
    throw wrong("between " + least + " and " + most, null);
  }

  /** Seconds, fractions allowed. */
  public Duration seconds(int least, int most) {
    try {
      double seconds = Double.parseDouble(text);
      if (seconds >= least && seconds <= most) {
        return Duration.ofMillis(Math.round(seconds * 1000));
      }
    } catch (NumberFormatException e) {
      throw wrong("a number of seconds", e);
    }
    throw wrong("between " + least + " and " + most + " seconds", null);
  }

  /** In any case: 1 yes true on, 0 no false off. */
  public boolean flag() {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "yes", "true", "on" -> true;
      case "0", "no", "false", "off" -> false;
      default -> throw wrong("one of true, false, yes, no, on, off, 1, 0", null);
    };
  }

  public Path path() {
    if (text.isBlank()) {
      throw wrong("a path", null);
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw wrong("a path", e);
    }
  }

  public Secret secret() {
    return text.isEmpty() ? Secret.EMPTY : Secret.of(text);
  }

  /**
   * By a conversion of the caller's.
   *
   * @param conversion throws IllegalArgumentException with a message that is fit for the operator
   */
  public <T> T as(Function<String, T> conversion) {
    try {
      return conversion.apply(text);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(origin, name + ": " + e.getMessage(), e);
    }
  }

  private ConfigException wrong(String wanted, @Nullable Throwable cause) {
    return new ConfigException(origin, name + " = " + text + " is not " + wanted, cause);
  }

  /** The value stays out: it may be a password. */
  @Override
  public String toString() {
    return origin + ": " + name;
  }
}
