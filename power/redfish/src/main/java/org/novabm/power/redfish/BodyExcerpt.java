package org.novabm.power.redfish;

/** What a BMC said, as it can stand in a message: one line, and not a long one. */
final class BodyExcerpt {

  private static final int LONGEST = 200;

  private BodyExcerpt() {}

  static String of(String text) {
    String line = text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("\\p{Cntrl}", " ");
    return text.length() > LONGEST ? line + "..." : line;
  }
}
