package org.novabm.power.pinged;

import java.util.regex.Pattern;

/** Names and addresses that are safe on a command line. */
final class HostName {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:_-]{0,252}");

  private HostName() {}

  static void require(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is no host name or address");
    }
  }
}
