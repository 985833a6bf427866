package org.novabm.conf.settings;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name that was probably meant. */
final class NearestName {

  private NearestName() {}

  /** The one with the fewest changes, the first of the alphabet among equals. */
  static String of(String text, Collection<String> names) {
    return names.stream()
        .sorted()
        .min(Comparator.comparingInt(name -> distance(text, name)))
        .orElseThrow();
  }

  /** Letters to insert, remove or exchange; Levenshtein's distance, one row at a time. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int exchanged = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
