package org.novabm.messaging.compute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.wire.NovaObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What goes onto the config drive. */
final class UserData {

  /** Nova's own limit, in characters of base64. */
  private static final int LONGEST = 65_535;

  private static final int LONGEST_KEY = 16_384;
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*+={0,2}");

  private UserData() {}

  /** Base64, checked; null when there is none. */
  static @Nullable String read(Fields fields) throws UnusableValueException {
    String text = fields.block("user_data", LONGEST);
    if (text == null || text.isEmpty()) {
      return null;
    }
    // some clients break the lines
    String packed = text.replaceAll("\\s+", "");
    if (packed.length() % 4 != 0 || !BASE64.matcher(packed).matches()) {
      throw new UnusableValueException(fields.path("user_data"), "is not valid base64");
    }
    return text;
  }

  /** SSH keys by name: the instance's {@code key_data}, else its list of key pairs. */
  static Map<String, String> keys(Fields instance) throws UnusableValueException {
    Map<String, String> keys = new LinkedHashMap<>();
    String key = instance.block("key_data", LONGEST_KEY);
    if (key != null && !key.isBlank()) {
      String name = instance.text("key_name", 255);
      keys.put(name == null || name.isEmpty() ? "default" : name, key.strip());
      return keys;
    }
    ArrayNode pairs = NovaObject.items(instance.get("keypairs"));
    if (pairs != null) {
      NetworkReader.bounded(pairs, instance.path("keypairs"));
      for (JsonNode item : pairs) {
        add(keys, Fields.of(item, instance.path("keypairs")));
      }
    }
    return keys;
  }

  private static void add(Map<String, String> keys, Fields pair) throws UnusableValueException {
    String name = pair.text("name", 255);
    String key = pair.block("public_key", LONGEST_KEY);
    String type = pair.text("type", 64);
    if (name != null && key != null && !"x509".equals(type)) {
      keys.put(name, key.strip());
    }
  }
}
