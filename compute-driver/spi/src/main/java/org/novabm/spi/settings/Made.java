package org.novabm.spi.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Objects of classes that are known when they run, private ones of back ends among them. */
final class Made {

  private Made() {}

  static SettingForm<?> by(Class<? extends SettingForm<?>> form) {
    return call(form, new Class<?>[0]);
  }

  static <R extends Record> R of(Class<R> settings, @Nullable Object[] values) {
    Class<?>[] types =
        Stream.of(settings.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    return call(settings, types, values);
  }

  /** Throws what the constructor throws. */
  private static <T> T call(Class<T> type, Class<?>[] types, @Nullable Object... values) {
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }
}
