package org.novabm.spi.settings;

/**
 * How a text becomes the value of one setting. Has a constructor without arguments.
 *
 * @param <T> what the record's component is
 */
public interface SettingForm<T> {

  /**
   * The value.
   *
   * @param text not empty where the component is {@code Nullable}
   * @throws IllegalArgumentException with a message that goes on after {@code [group] key = text},
   *     for example {@code is no folder}
   */
  T read(String text);

  /** Stands for the form that follows from the component's type. */
  final class OfType implements SettingForm<String> {

    private OfType() {}

    @Override
    public String read(String text) {
      return text;
    }
  }
}
