package org.novabm.spi.network;

import java.util.regex.Pattern;

/**
 * A switch port by the switch's own name, for example {@code ge-0/0/7} or {@code tap1}.
 *
 * @param text 1 to 64 letters, digits and {@code . _ : / -}; so it can stand in no shell, XML or
 *     CLI as anything but a name
 */
public record PortName(String text) implements Comparable<PortName> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}");

  public PortName {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a port name: 1 to 64 letters, digits and . _ : / -, a letter or digit first");
    }
  }

  @Override
  public int compareTo(PortName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
