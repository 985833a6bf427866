package org.novabm.conf;

/**
 * What Python's {@code str.strip} takes for blank; Java's own {@code strip} differs in NBSP and
 * NEL.
 */
final class PythonBlanks {

  private static final char NEL = 0x85;

  private PythonBlanks() {}

  static String strip(String text) {
    return stripLeading(stripTrailing(text));
  }

  static String stripLeading(String text) {
    int start = 0;
    while (start < text.length() && blank(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  static String stripTrailing(String text) {
    int end = text.length();
    while (end > 0 && blank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEL;
  }
}
