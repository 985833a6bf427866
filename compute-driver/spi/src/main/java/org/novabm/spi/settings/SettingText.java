package org.novabm.spi.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.Secret;
import org.novabm.spi.network.VlanId;

/** The text of one setting, and its value by the setting's description. */
record SettingText(String group, SettingDescription setting, String text) {

  /** No wait is longer, and milliseconds are far from their end. */
  private static final double MANY_SECONDS = 1e9;

  /**
   * The value; null for none.
   *
   * @throws IllegalArgumentException naming group and key, when the text is wrong
   */
  @Nullable Object value() {
    return setting.optional() && text.isEmpty() ? null : required();
  }

  private Object required() {
    return switch (setting.kind()) {
      case TEXT -> text;
      case LIST -> items();
      case NUMBER -> setting.type() == long.class ? (Object) number() : Math.toIntExact(number());
      case FLAG -> flag();
      case SECONDS -> seconds();
      case PATH -> path();
      case SECRET -> text.isEmpty() ? Secret.EMPTY : Secret.of(text);
      case VLAN -> new VlanId((int) number(1, 4094));
      case CHOICE -> choice();
      case OWN -> own();
      case VLANS -> throw new IllegalStateException("a back end's " + setting.key() + " is VLANS");
    };
  }

  private List<String> items() {
    return Stream.of(text.split(",", -1)).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  private long number() {
    return number(setting.least(), setting.most());
  }

  private long number(int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong("is not a whole number", e);
    }
    throw wrong("is not a number between " + least + " and " + most, null);
  }

  private Duration seconds() {
    try {
      double seconds = Double.parseDouble(text);
      double least = setting.least() == Setting.UNSET ? 0.0005 : setting.least();
      if (seconds >= least && seconds <= setting.most() && seconds < MANY_SECONDS) {
        return Duration.ofMillis(Math.round(seconds * 1000));
      }
    } catch (NumberFormatException e) {
      throw wrong("is not a number of seconds", e);
    }
    throw wrong("is not a number of seconds " + bounds(), null);
  }

  private String bounds() {
    boolean endless = setting.most() == Integer.MAX_VALUE;
    if (setting.least() == Setting.UNSET) {
      return endless ? "above 0" : "between 0.001 and " + setting.most();
    }
    return endless
        ? "from " + setting.least() + " on"
        : "between " + setting.least() + " and " + setting.most();
  }

  private boolean flag() {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "yes", "true", "on" -> true;
      case "0", "no", "false", "off" -> false;
      default -> throw wrong("is not one of true, false, yes, no, on, off, 1, 0", null);
    };
  }

  private Path path() {
    try {
      return text.startsWith("~/")
          ? Path.of(System.getProperty("user.home"), text.substring(2))
          : Path.of(text);
    } catch (InvalidPathException e) {
      throw wrong("is not a path", e);
    }
  }

  private Object choice() {
    List<String> words = SettingKind.wordsOf(setting.type());
    int index = words.indexOf(text.toLowerCase(Locale.ROOT).replace('_', '-'));
    if (index < 0) {
      throw wrong(
          words.size() == 2
              ? "is neither " + words.getFirst() + " nor " + words.getLast()
              : ": known are " + SettingDescription.listed(words, "and"),
          null);
    }
    return setting.type().getEnumConstants()[index];
  }

  private Object own() {
    try {
      return Made.by(setting.form()).read(text);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()), e);
    }
  }

  private IllegalArgumentException wrong(String what, @Nullable Throwable cause) {
    String shown = setting.kind() == SettingKind.SECRET ? "(a secret)" : text;
    String blank = what.startsWith(":") ? "" : " ";
    return new IllegalArgumentException(
        "[" + group + "] " + setting.key() + " = " + shown + blank + what, cause);
  }
}
