package org.novabm.conf.settings;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novabm.conf.Reading;
import org.novabm.spi.Secret;
import org.novabm.spi.network.VlanId;

/** How the text of an option is understood. */
enum OptionKind {
  TEXT("text"),
  LIST("list, comma-separated"),
  NUMBER("whole number"),
  FLAG("true or false"),
  SECONDS("seconds"),
  PATH("path"),
  SECRET("text, kept secret"),
  VLAN("VLAN, 1 to 4094"),
  VLANS("list of name:VLAN, comma-separated"),
  CHOICE("one word");

  private static final Map<String, OptionKind> BY_TYPE =
      Map.of(
          String.class.getTypeName(),
          TEXT,
          "java.util.List<java.lang.String>",
          LIST,
          "int",
          NUMBER,
          "boolean",
          FLAG,
          Duration.class.getTypeName(),
          SECONDS,
          Path.class.getTypeName(),
          PATH,
          Secret.class.getTypeName(),
          SECRET,
          VlanId.class.getTypeName(),
          VLAN,
          "java.util.Map<java.lang.String, org.novabm.spi.network.VlanId>",
          VLANS);

  private final String words;

  OptionKind(String words) {
    this.words = words;
  }

  /** As the sample says it. */
  String words() {
    return words;
  }

  static OptionKind of(Type type) {
    if (type instanceof Class<?> chosen && chosen.isEnum()) {
      return CHOICE;
    }
    OptionKind kind = BY_TYPE.get(type.getTypeName());
    if (kind == null) {
      throw new IllegalArgumentException("no option can be of type " + type);
    }
    return kind;
  }

  /** The value for a component. */
  Object read(Reading reading, SettingsOption option) {
    return switch (this) {
      case TEXT -> reading.text();
      case LIST -> reading.list();
      case NUMBER -> reading.number(option.least(), option.most());
      case FLAG -> reading.flag();
      case SECONDS -> reading.seconds(option.least(), option.most());
      case PATH -> reading.path();
      case SECRET -> reading.secret();
      case VLAN -> new VlanId(reading.number(1, 4094));
      case VLANS -> reading.as(text -> vlans(reading.dict()));
      case CHOICE -> reading.as(text -> choice(text, option.type()));
    };
  }

  private static Map<String, VlanId> vlans(Map<String, String> texts) {
    Map<String, VlanId> vlans = new LinkedHashMap<>();
    texts.forEach((network, text) -> vlans.put(network, vlan(network, text)));
    return Collections.unmodifiableMap(vlans);
  }

  private static VlanId vlan(String network, String text) {
    try {
      return new VlanId(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "network " + network + " has '" + text + "' where a VLAN from 1 to 4094 belongs", e);
    }
  }

  private static Object choice(String text, Class<?> type) {
    List<String> words = SettingsOption.words(type);
    int index = words.indexOf(text.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new IllegalArgumentException("'" + text + "' is none of " + words);
    }
    return type.getEnumConstants()[index];
  }
}
