package org.novabm.spi.settings;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One setting, as the component of a record declares it.
 *
 * @param type of the component
 * @param help what it does
 * @param words what its text can be, with its bounds
 * @param byDefault as it would be written in a file
 * @param least the smallest number, or the fewest seconds; {@link Setting#UNSET} when seconds must
 *     be above 0
 * @param most the largest number, or the most seconds
 * @param optional an empty text is no value
 * @param form its own, for kind {@link SettingKind#OWN}
 */
public record SettingDescription(
    String key,
    SettingKind kind,
    Class<?> type,
    String help,
    String words,
    String byDefault,
    int least,
    int most,
    boolean optional,
    Class<? extends SettingForm<?>> form) {

  /**
   * All settings of a record and of the records in it, in their order.
   *
   * @throws IllegalArgumentException when a component can be no setting
   */
  public static List<SettingDescription> of(Class<? extends Record> settings) {
    return Stream.of(settings.getRecordComponents())
        .flatMap(
            component -> {
              Class<? extends Record> inner = inner(component);
              return inner == null ? Stream.of(of(component)) : of(inner).stream();
            })
        .toList();
  }

  /**
   * One component's.
   *
   * @throws IllegalArgumentException when it can be no setting
   */
  public static SettingDescription of(RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalArgumentException(
          component.getDeclaringRecord().getName()
              + ": component "
              + component.getName()
              + " is no @Setting and no record");
    }
    SettingKind kind =
        setting.form() == SettingForm.OfType.class
            ? SettingKind.of(component.getGenericType())
            : SettingKind.OWN;
    int least = kind == SettingKind.NUMBER ? Math.max(0, setting.least()) : setting.least();
    return new SettingDescription(
        setting.key().isEmpty() ? underscored(component.getName()) : setting.key(),
        kind,
        component.getType(),
        setting.value(),
        words(kind, component.getType(), setting, least),
        setting.byDefault(),
        least,
        setting.most(),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        setting.form());
  }

  /** The record of further settings that a component stands for; null when it is a setting. */
  static @Nullable Class<? extends Record> inner(RecordComponent component) {
    return component.getType().isRecord() && component.getAnnotation(Setting.class) == null
        ? component.getType().asSubclass(Record.class)
        : null;
  }

  private static String words(SettingKind kind, Class<?> type, Setting setting, int least) {
    if (kind == SettingKind.CHOICE) {
      return listed(SettingKind.wordsOf(type), "or");
    }
    String words = setting.unit().isEmpty() ? kind.words() : setting.unit();
    return kind == SettingKind.NUMBER || kind == SettingKind.SECONDS
        ? words + ", " + bounds(least, setting.most())
        : words;
  }

  private static String bounds(int least, int most) {
    if (most != Integer.MAX_VALUE) {
      return (least == Setting.UNSET ? "0.001" : "" + least) + " to " + most;
    }
    return least == Setting.UNSET ? "above 0" : "at least " + least;
  }

  static String listed(List<String> words, String last) {
    return words.size() == 1
        ? words.getFirst()
        : String.join(", ", words.subList(0, words.size() - 1))
            + " "
            + last
            + " "
            + words.getLast();
  }

  private static String underscored(String component) {
    return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
