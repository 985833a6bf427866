package org.novabm.spi;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.novabm.spi.settings.RecordReader;

/** What the configuration says for one back end: the keys of its group and their texts. */
public final class BackendSettings {

  private final String group;
  private final Map<String, String> values;

  /**
   * The settings.
   *
   * @param group for example {@code power:ipmi}; stands in what is said about a value that is wrong
   * @param values texts by key
   */
  public BackendSettings(String group, Map<String, String> values) {
    this.group = group;
    this.values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** No keys: every setting takes its default. */
  public static BackendSettings none(String group) {
    return new BackendSettings(group, Map.of());
  }

  /** The texts by key, without defaults. */
  public Map<String, String> values() {
    return values;
  }

  /**
   * The record that a back end declares for them, see {@link org.novabm.spi.settings.Setting}.
   *
   * @throws IllegalArgumentException naming the keys that the record does not have, or a value that
   *     is wrong
   */
  public <R extends Record> R as(Class<R> settings) {
    return new RecordReader(group, values).read(settings);
  }
}
