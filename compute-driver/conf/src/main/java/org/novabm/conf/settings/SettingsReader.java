package org.novabm.conf.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.novabm.conf.ConfigException;
import org.novabm.conf.NovaConf;
import org.novabm.conf.Origin;
import org.novabm.conf.Reading;

/** Makes a settings record of what the files say. */
final class SettingsReader {

  private final NovaConf conf;

  SettingsReader(NovaConf conf) {
    this.conf = conf;
  }

  /**
   * The record.
   *
   * @throws ConfigException naming the place of a value that is wrong, or the group whose values do
   *     not go together
   */
  <R extends Record> R read(Class<R> settings) {
    Object[] values = SettingsOption.of(settings).stream().map(this::value).toArray();
    try {
      return constructor(settings).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RefusedSetting refusal) {
        Origin origin = Objects.requireNonNull(conf.find(refusal.name())).origin();
        throw new ConfigException(origin, String.valueOf(refusal.getMessage()), refusal);
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object value(SettingsOption option) {
    if (option.repeats()) {
      List<Reading> all = conf.findAll(option.name());
      return all.isEmpty()
          ? List.of(conf.byDefault(option.name()).text())
          : all.stream().map(Reading::text).toList();
    }
    Reading reading = Objects.requireNonNull(conf.find(option.name()));
    return OptionValue.of(emptyIsUnset(option, reading), option.setting());
  }

  /** As in oslo.config, a number left empty is one left out. */
  private Reading emptyIsUnset(SettingsOption option, Reading reading) {
    return switch (option.setting().kind()) {
      case NUMBER, SECONDS, VLAN, PATH, CHOICE ->
          reading.text().isBlank() ? conf.byDefault(option.name()) : reading;
      case TEXT, LIST, FLAG, SECRET, VLANS, OWN -> reading;
    };
  }

  private static <R extends Record> Constructor<R> constructor(Class<R> settings)
      throws NoSuchMethodException {
    Class<?>[] types =
        Stream.of(settings.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    return settings.getDeclaredConstructor(types);
  }
}
