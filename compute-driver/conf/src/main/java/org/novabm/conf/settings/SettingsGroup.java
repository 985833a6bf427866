package org.novabm.conf.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The group of nova.conf that a settings record stands for. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SettingsGroup {

  String value();

  /** Every key is also read from {@code [DEFAULT]} with this in front, unless it is empty. */
  String formerPrefix() default "";

  /** Every key is also read from {@code [DEFAULT]} as it is: old documents name no group. */
  boolean formerlyGlobal() default false;
}
