package org.novabm.conf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** oslo.config's list and dict values. */
final class CommaValues {

  private CommaValues() {}

  static List<String> list(String text) {
    String items = PythonBlanks.strip(text);
    while (items.endsWith(",")) {
      items = items.substring(0, items.length() - 1);
    }
    if (items.isEmpty()) {
      return List.of();
    }
    return Stream.of(items.split(",", -1)).map(PythonBlanks::strip).toList();
  }

  /**
   * A piece without a colon belongs to the pair that follows it, as in oslo.config.
   *
   * @throws IllegalArgumentException saying which pair is wrong
   */
  static Map<String, String> dict(String text) {
    String trimmed = PythonBlanks.strip(text);
    if (trimmed.isEmpty()) {
      return Map.of();
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    String carried = "";
    for (String piece : trimmed.split(",", -1)) {
      String pair = carried + piece;
      int colon = pair.indexOf(':');
      if (colon < 0) {
        carried = pair + ",";
        continue;
      }
      put(pairs, pair, colon);
      carried = "";
    }
    if (!carried.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + carried.substring(0, carried.length() - 1) + "' is not of the form name:value");
    }
    return Collections.unmodifiableMap(pairs);
  }

  private static void put(Map<String, String> pairs, String pair, int colon) {
    String key = PythonBlanks.strip(pair.substring(0, colon));
    if (key.isEmpty()) {
      throw new IllegalArgumentException("'" + pair + "' has no name before the colon");
    }
    if (pairs.putIfAbsent(key, PythonBlanks.strip(pair.substring(colon + 1))) != null) {
      throw new IllegalArgumentException("'" + key + "' is given twice");
    }
  }
}
