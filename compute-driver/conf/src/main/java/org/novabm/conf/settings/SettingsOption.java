package org.novabm.conf.settings;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.novabm.conf.DeclaredOption;
import org.novabm.conf.OptionName;

/** One option, as the component of a settings record declares it. */
record SettingsOption(
    OptionName name,
    List<OptionName> formerNames,
    OptionKind kind,
    Class<?> type,
    String sentence,
    String byDefault,
    int least,
    int most,
    boolean repeats) {

  static List<SettingsOption> of(Class<? extends Record> settings) {
    return Stream.of(settings.getRecordComponents())
        .map(component -> of(settings, component))
        .toList();
  }

  private static SettingsOption of(Class<? extends Record> settings, RecordComponent component) {
    SettingsGroup group = Objects.requireNonNull(settings.getAnnotation(SettingsGroup.class));
    Setting setting = Objects.requireNonNull(component.getAnnotation(Setting.class));
    OptionName name =
        new OptionName(
            setting.group().isEmpty() ? group.value() : setting.group(),
            setting.key().isEmpty() ? underscored(component.getName()) : setting.key());
    Type type = component.getGenericType();
    return new SettingsOption(
        name,
        formerNames(group, setting, name),
        OptionKind.of(type),
        component.getType(),
        setting.value(),
        setting.byDefault(),
        setting.least(),
        setting.most(),
        setting.repeats());
  }

  private static List<OptionName> formerNames(
      SettingsGroup group, Setting setting, OptionName name) {
    List<OptionName> names = new ArrayList<>();
    boolean ofGroup = name.group().equals(group.value());
    if (ofGroup && !group.formerPrefix().isEmpty()) {
      names.add(new OptionName(OptionName.DEFAULT, group.formerPrefix() + name.key()));
    }
    if (ofGroup && group.formerlyGlobal()) {
      names.add(new OptionName(OptionName.DEFAULT, name.key()));
    }
    Stream.of(setting.formerly()).map(OptionName::parse).forEach(names::add);
    return List.copyOf(names);
  }

  private static String underscored(String component) {
    return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** The words an enum is written by in a file. */
  static List<String> words(Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  DeclaredOption declared(String hostName) {
    return new DeclaredOption(
        name, formerNames, byDefault.equals(Setting.HOST_NAME) ? hostName : byDefault);
  }
}
