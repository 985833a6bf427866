package org.novabm.spi;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An Ethernet address in its usual form: six pairs of lower-case hexadecimal digits with colons.
 *
 * @param text for example {@code 52:54:00:ac:00:01}
 */
public record MacAddress(String text) implements Comparable<MacAddress> {

  private static final Pattern FORM = Pattern.compile("([0-9a-f]{2}:){5}[0-9a-f]{2}");

  public MacAddress {
    text = text.toLowerCase(Locale.ROOT).replace('-', ':');
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a MAC address of the form xx:xx:xx:xx:xx:xx");
    }
  }

  /** The form that PXELINUX and BOOTIF use, for example {@code 52-54-00-ac-00-01}. */
  public String dashed() {
    return text.replace(':', '-');
  }

  @Override
  public int compareTo(MacAddress other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
