package org.novabm.conf.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novabm.conf.Reading;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.settings.SettingDescription;
import org.novabm.spi.settings.SettingKind;

/** The value of a setting of ours, read as oslo.config reads it. */
final class OptionValue {

  private OptionValue() {}

  /**
   * The value for the record's component.
   *
   * @throws org.novabm.conf.ConfigException naming the place of a text that is wrong
   */
  static Object of(Reading reading, SettingDescription setting) {
    return switch (setting.kind()) {
      case TEXT -> reading.text();
      case LIST -> reading.list();
      case NUMBER -> reading.number(setting.least(), setting.most());
      case FLAG -> reading.flag();
      case SECONDS -> reading.seconds(setting.least(), setting.most());
      case PATH -> reading.path();
      case SECRET -> reading.secret();
      case VLAN -> new VlanId(reading.number(1, 4094));
      case VLANS -> reading.as(_ -> vlans(reading.dict()));
      case CHOICE -> reading.as(text -> choice(text, setting.type()));
      case OWN -> throw new IllegalStateException(setting.key() + " has a form of its own");
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
    List<String> words = SettingKind.wordsOf(type);
    int index = words.indexOf(text.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new IllegalArgumentException("'" + text + "' is none of " + words);
    }
    return type.getEnumConstants()[index];
  }
}
