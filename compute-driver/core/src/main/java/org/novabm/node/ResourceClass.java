package org.novabm.node;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What kind of machine a node is, as Ironic has it: any name of up to 80 characters. A flavor asks
 * for it as {@code resources:CUSTOM_BAREMETAL_GOLD=1}, which {@code baremetal.gold} and {@code
 * Baremetal-Gold} both are (os-resource-classes, {@code normalize_name}).
 *
 * @param name 1 to 80 printable ASCII characters without blanks, at least one letter or digit
 */
public record ResourceClass(String name) {

  private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z0-9])[!-~]{1,80}");

  public ResourceClass {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a resource class has 1 to 80 printable characters without blanks, one of them a letter or digit");
    }
  }

  /** As flavors and placement write it. */
  public String custom() {
    return "CUSTOM_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
  }
}
