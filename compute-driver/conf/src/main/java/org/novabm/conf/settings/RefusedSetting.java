package org.novabm.conf.settings;

import org.jspecify.annotations.Nullable;
import org.novabm.conf.OptionName;

/** A value that a settings record does not take; the reader adds the place it stands at. */
final class RefusedSetting extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient OptionName name;

  /**
   * A refusal.
   *
   * @param dotted the option, as {@code group.key}
   * @param fault follows the option's name in the message; holds no secret
   */
  RefusedSetting(String dotted, String fault) {
    this(dotted, fault, null);
  }

  RefusedSetting(String dotted, String fault, @Nullable Throwable cause) {
    super(OptionName.parse(dotted) + " " + fault, cause);
    this.name = OptionName.parse(dotted);
  }

  OptionName name() {
    return name;
  }
}
