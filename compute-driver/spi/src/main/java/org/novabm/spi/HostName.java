package org.novabm.spi;

import java.util.regex.Pattern;

/**
 * The grammar of a host's name (RFC 1123, section 2.1, and underscores, which some sites have) or
 * of an IP address. What fits it is one host: no list, no range, no user before an {@code @}, and
 * no option of a program whose command line it stands on.
 */
public final class HostName {

  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)[A-Za-z0-9][A-Za-z0-9_-]{0,62}(\\.[A-Za-z0-9_-]{1,63})*\\.?");

  /** IPv6 with two colons at least, and perhaps an IPv4 end and a zone. */
  private static final Pattern IPV6 =
      Pattern.compile("(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}[0-9.]{0,15}(%[A-Za-z0-9_.-]{1,32})?");

  private HostName() {}

  /** Whether it is the name or address of one host. */
  public static boolean isOne(String text) {
    return NAME.matcher(text).matches() || IPV6.matcher(text).matches();
  }

  /**
   * Lets names and addresses pass.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static void require(String text) {
    if (!isOne(text)) {
      throw new IllegalArgumentException("'" + text + "' is not a host name or address");
    }
  }
}
