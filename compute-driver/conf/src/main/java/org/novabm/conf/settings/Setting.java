package org.novabm.conf.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a record component an option of nova.conf; its kind follows from the component's type. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Setting {

  /** Stands for the machine's own name, which differs from machine to machine. */
  String HOST_NAME = "<host name>";

  /** The sentence that explains it, here and in the sample. */
  String value();

  /** The key, when it is not the component's name with underscores. */
  String key() default "";

  /** The group, when it is not the record's. */
  String group() default "";

  /** As it would be written in a file; may refer to other options. */
  String byDefault() default "";

  /** The smallest number, or the fewest seconds. */
  int least() default 0;

  /** The largest number, or the most seconds. */
  int most() default Integer.MAX_VALUE;

  /** Older places of the option, as {@code group.key}. */
  String[] formerly() default {};

  /** Whether the key may be repeated, each line adding a value. */
  boolean repeats() default false;
}
