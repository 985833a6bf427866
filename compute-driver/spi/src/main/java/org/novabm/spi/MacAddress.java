package org.novabm.spi;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An Ethernet address. It is read in the forms that people and switches write, and kept in the
 * usual one: six pairs of lower-case hexadecimal digits with colons.
 *
 * @param text for example {@code 52:54:00:ac:00:01}; also {@code 52-54-00-AC-00-01}, {@code
 *     5254.00ac.0001} and {@code 525400ac0001} are read
 */
public record MacAddress(String text) implements Comparable<MacAddress> {

  private static final Pattern FORM =
      Pattern.compile(
          "([0-9a-f]{2}:){5}[0-9a-f]{2}|([0-9a-f]{2}-){5}[0-9a-f]{2}"
              + "|([0-9a-f]{4}\\.){2}[0-9a-f]{4}|[0-9a-f]{12}");

  private static final Pattern SEPARATORS = Pattern.compile("[:.-]");
  private static final Pattern PAIRS = Pattern.compile("..(?=.)");

  /** The bit of the first octet that makes an address one of many cards (IEEE 802, 8.2). */
  private static final int GROUP = 1;

  private static final String NOBODYS = "00:00:00:00:00:00";

  public MacAddress {
    if (!isOne(text)) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a MAC address of the form xx:xx:xx:xx:xx:xx");
    }
    String digits = SEPARATORS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    text = PAIRS.matcher(digits).replaceAll("$0:");
  }

  /** Whether a text is one, in any of its forms. */
  public static boolean isOne(String text) {
    return FORM.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }

  /**
   * The address of a card that is to be registered.
   *
   * @throws IllegalArgumentException also for one that no card has: all zero, or of a group of
   *     cards
   */
  public static MacAddress ofCard(String text) {
    MacAddress mac = new MacAddress(text);
    int first = Integer.parseInt(mac.text, 0, 2, 16);
    if ((first & GROUP) != 0 || mac.text.equals(NOBODYS)) {
      throw new IllegalArgumentException(
          "'" + text + "' is not the address of one NIC, but of a group or of nobody");
    }
    return mac;
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
