package org.novabm.deploy.tftp;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a file as a client sent it, a character for each byte. ROMs send the option that ends
 * DHCP's (255) as part of it, blanks behind it, backslashes, and slashes where none belong.
 */
record FileName(String sent) {

  private static final int MOST_SHOWN = 100;

  private static final Pattern TRAILING = Pattern.compile("[\\x00-\\x20\\xff]+$");

  /** Below the root, its parts with one slash between them; empty when it names nothing. */
  String plain() {
    return Arrays.stream(withoutTrailing(sent).split("[/\\\\]+"))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .collect(Collectors.joining("/"));
  }

  static String withoutTrailing(String text) {
    return TRAILING.matcher(text).replaceFirst("");
  }

  /** Fit to be logged, with all that one could not see there. */
  String shown() {
    return sent.chars()
        .limit(MOST_SHOWN)
        .mapToObj(each -> isPrintable(each) ? String.valueOf((char) each) : escaped(each))
        .collect(Collectors.joining());
  }

  static boolean isPrintable(int character) {
    return character >= ' ' && character <= '~';
  }

  private static String escaped(int character) {
    return "\\x%02x".formatted(character);
  }
}
