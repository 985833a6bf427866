package org.novabm.spi.settings;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.novabm.spi.Secret;
import org.novabm.spi.network.VlanId;

/** What the text of a setting can be; follows from the type of the record's component. */
public enum SettingKind {
  /** {@code String}. */
  TEXT("text"),
  /** {@code List<String>}; blanks around items and empty items do not count. */
  LIST("list, comma-separated"),
  /** {@code int} or {@code long}. */
  NUMBER("whole number"),
  /** {@code boolean}; in oslo.config's words, 1 yes true on, 0 no false off. */
  FLAG("true or false"),
  /** {@code Duration}; fractions are allowed and rounded to milliseconds. */
  SECONDS("seconds"),
  /** {@code Path}; {@code ~/} at its beginning is the home folder. */
  PATH("path"),
  /** {@code Secret}. */
  SECRET("text, kept secret"),
  /** {@code VlanId}. */
  VLAN("VLAN, 1 to 4094"),
  /** {@code Map<String, VlanId>}. */
  VLANS("list of name:VLAN, comma-separated"),
  /** An enum; its constants in lower case, with hyphens. */
  CHOICE("one word"),
  /** Any other, by the setting's {@link SettingForm}. */
  OWN("text");

  private static final Map<String, SettingKind> BY_TYPE =
      Map.ofEntries(
          Map.entry(String.class.getTypeName(), TEXT),
          Map.entry("java.util.List<java.lang.String>", LIST),
          Map.entry("int", NUMBER),
          Map.entry("long", NUMBER),
          Map.entry("boolean", FLAG),
          Map.entry(Duration.class.getTypeName(), SECONDS),
          Map.entry(Path.class.getTypeName(), PATH),
          Map.entry(Secret.class.getTypeName(), SECRET),
          Map.entry(VlanId.class.getTypeName(), VLAN),
          Map.entry("java.util.Map<java.lang.String, " + VlanId.class.getTypeName() + ">", VLANS));

  private final String words;

  SettingKind(String words) {
    this.words = words;
  }

  /** As samples and pages say it. */
  public String words() {
    return words;
  }

  static SettingKind of(Type type) {
    if (type instanceof Class<?> chosen && chosen.isEnum()) {
      return CHOICE;
    }
    SettingKind kind = BY_TYPE.get(type.getTypeName());
    if (kind == null) {
      throw new IllegalArgumentException(
          "a setting of type " + type + " needs a form, see SettingForm");
    }
    return kind;
  }

  /** The words an enum is written by in a file. */
  public static List<String> wordsOf(Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
