package org.novabm.spi.settings;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the record of a back end's settings out of the texts of its group. */
public final class RecordReader {

  private final String group;
  private final Map<String, String> texts;

  /**
   * A reader.
   *
   * @param group stands in what is said about a value that is wrong
   * @param texts by key
   */
  public RecordReader(String group, Map<String, String> texts) {
    this.group = group;
    this.texts = texts;
  }

  /**
   * The record.
   *
   * @throws IllegalArgumentException naming the keys that the record does not have, or a value that
   *     is wrong, so that a misspelt key is an error and not a silence
   */
  public <R extends Record> R read(Class<R> settings) {
    Set<String> known =
        SettingDescription.of(settings).stream()
            .map(SettingDescription::key)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> unknown = new TreeSet<>(texts.keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "[" + group + "] has unknown keys " + unknown + "; known are " + known);
    }
    return make(settings);
  }

  private <R extends Record> R make(Class<R> settings) {
    @Nullable Object[] values =
        Stream.of(settings.getRecordComponents()).map(this::value).toArray();
    try {
      return Made.of(settings, values);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("[" + group + "] " + e.getMessage(), e);
    }
  }

  private @Nullable Object value(RecordComponent component) {
    Class<? extends Record> inner = SettingDescription.inner(component);
    if (inner != null) {
      return make(inner);
    }
    SettingDescription setting = SettingDescription.of(component);
    String text = texts.getOrDefault(setting.key(), setting.byDefault());
    return new SettingText(group, setting, text).value();
  }
}
