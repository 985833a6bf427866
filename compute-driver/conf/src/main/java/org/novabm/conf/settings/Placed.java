package org.novabm.conf.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where else in nova.conf a setting of ours stands, or stood in older releases. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Placed {

  /** The group, when it is not the record's. */
  String group() default "";

  /** Older places of the option, as {@code group.key}. */
  String[] formerly() default {};

  /** Whether the key may be repeated, each line adding a value. */
  boolean repeats() default false;
}
