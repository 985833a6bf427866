package org.novabm.spi.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a component of a record a setting. Its key is the component's name with underscores, its
 * kind follows from the component's type ({@link SettingKind}). A component that is JSpecify's
 * {@code Nullable} is null when its text is empty. A component without this annotation is a record
 * of further settings of the same group.
 *
 * <p>What must hold between settings is checked by the record's constructor, which throws
 * IllegalArgumentException with a message that goes on after the group's name.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {

  /** In place of a bound: that of the kind. */
  int UNSET = -1;

  /** What it does, in the samples and the documentation; plain text. */
  String value();

  /** The key, when it is not the component's name with underscores. */
  String key() default "";

  /** As it would be written in a file. */
  String byDefault() default "";

  /**
   * The smallest number, or the fewest seconds; if unset, 0 for numbers and above 0 for seconds.
   */
  int least() default UNSET;

  /** The largest number, or the most seconds. */
  int most() default Integer.MAX_VALUE;

  /** What the value counts or is made of, when its kind says too little: KiB, minutes. */
  String unit() default "";

  /** How the text is understood, when the component's type has no kind of its own. */
  Class<? extends SettingForm<?>> form() default SettingForm.OfType.class;
}
