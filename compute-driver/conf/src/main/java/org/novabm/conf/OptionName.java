package org.novabm.conf;

import java.util.Locale;

/**
 * A key in its group. Group names are held in lower case, except {@code DEFAULT}: oslo.config finds
 * {@code [BAREMETAL]} as {@code [baremetal]}, and does not find {@code [default]} as {@code
 * [DEFAULT]}.
 */
public record OptionName(String group, String key) {

  public static final String DEFAULT = "DEFAULT";

  public OptionName {
    group = group.equals(DEFAULT) ? group : group.toLowerCase(Locale.ROOT);
  }

  /** From {@code group.key}; the key is what follows the last dot. */
  public static OptionName parse(String dotted) {
    int dot = dotted.lastIndexOf('.');
    return new OptionName(dotted.substring(0, dot), dotted.substring(dot + 1));
  }

  @Override
  public String toString() {
    return "[" + group + "] " + key;
  }
}
