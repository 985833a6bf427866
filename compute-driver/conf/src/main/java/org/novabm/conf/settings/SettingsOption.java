package org.novabm.conf.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.DeclaredOption;
import org.novabm.conf.OptionName;
import org.novabm.spi.settings.SettingDescription;

/** One option, as the component of a settings record declares it. */
record SettingsOption(
    OptionName name, List<OptionName> formerNames, SettingDescription setting, boolean repeats) {

  /** A default that stands for the machine's own name, which differs from machine to machine. */
  static final String HOST_NAME = "<host name>";

  static List<SettingsOption> of(Class<? extends Record> settings) {
    SettingsGroup group = Objects.requireNonNull(settings.getAnnotation(SettingsGroup.class));
    return Stream.of(settings.getRecordComponents())
        .map(component -> of(group, component))
        .toList();
  }

  private static SettingsOption of(SettingsGroup group, RecordComponent component) {
    SettingDescription setting = SettingDescription.of(component);
    Placed placed = component.getAnnotation(Placed.class);
    boolean elsewhere = placed != null && !placed.group().isEmpty();
    OptionName name = new OptionName(elsewhere ? placed.group() : group.value(), setting.key());
    return new SettingsOption(
        name, formerNames(group, placed, name), setting, placed != null && placed.repeats());
  }

  private static List<OptionName> formerNames(
      SettingsGroup group, @Nullable Placed placed, OptionName name) {
    List<OptionName> names = new ArrayList<>();
    boolean ofGroup = name.group().equals(group.value());
    if (ofGroup && !group.formerPrefix().isEmpty()) {
      names.add(new OptionName(OptionName.DEFAULT, group.formerPrefix() + name.key()));
    }
    if (ofGroup && group.formerlyGlobal()) {
      names.add(new OptionName(OptionName.DEFAULT, name.key()));
    }
    if (placed != null) {
      Stream.of(placed.formerly()).map(OptionName::parse).forEach(names::add);
    }
    return List.copyOf(names);
  }

  DeclaredOption declared(String hostName) {
    String byDefault = setting.byDefault();
    return new DeclaredOption(
        name, formerNames, byDefault.equals(HOST_NAME) ? hostName : byDefault);
  }
}
