package org.novabm.messaging.compute;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Metadata: a map of texts, or the rows {@code {key, value}} that Grizzly sends. */
final class Pairs {

  private static final int MOST = 256;
  private static final int LONGEST_KEY = 255;
  private static final int LONGEST_VALUE = 65_535;

  private Pairs() {}

  static Map<String, String> of(@Nullable JsonNode value, String path)
      throws UnusableValueException {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (value != null && !value.isNull() && !value.isContainer()) {
      throw new UnusableValueException(path, "is not an object");
    }
    if (value != null && value.size() > MOST) {
      throw new UnusableValueException(path, "has more than " + MOST + " entries");
    }
    if (value instanceof ObjectNode map) {
      for (var entry : map.properties()) {
        put(pairs, entry.getKey(), entry.getValue(), path);
      }
    } else if (value instanceof ArrayNode rows) {
      for (JsonNode row : rows) {
        put(pairs, row.path("key").stringValue(""), row.path("value"), path);
      }
    }
    return pairs;
  }

  private static void put(Map<String, String> pairs, String key, JsonNode value, String path)
      throws UnusableValueException {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new UnusableValueException(path, "has a key that is not 1 to 255 characters long");
    }
    if (value.isContainer()) {
      throw new UnusableValueException(path, "has a value that is not a string");
    }
    if (!value.isNull() && !value.isMissingNode()) {
      String text = value.isString() ? value.stringValue() : value.toString();
      if (text.length() > LONGEST_VALUE) {
        throw new UnusableValueException(path, "has a value longer than 65535 characters");
      }
      pairs.put(key, text);
    }
  }
}
