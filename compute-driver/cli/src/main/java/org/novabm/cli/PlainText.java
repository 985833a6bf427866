package org.novabm.cli;

import java.util.regex.Pattern;

/**
 * What a machine said, to be read later. Its control sequences were for a terminal of its own: on
 * another they would move the cursor about, and have the terminal type answers.
 */
final class PlainText {

  /** ECMA-48: control sequences (section 5.4), strings (8.3.89) and escapes of two characters. */
  private static final Pattern SEQUENCES =
      Pattern.compile(
          "\\x1b\\[[0-?]*[ -/]*[@-~]|\\x1b[\\]PX^_][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)|\\x1b[ -~]");

  private static final Pattern OTHERS = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

  private PlainText() {}

  static String of(String text) {
    return OTHERS.matcher(SEQUENCES.matcher(text).replaceAll("")).replaceAll("");
  }
}
