package org.novabm.deploy.agent;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A form as HTML defines it (application/x-www-form-urlencoded), within the bounds of a body. */
final class FormBody {

  /** More than any form of an agent has; each takes 150 bytes of heap and 4 on the wire. */
  private static final int MOST_FIELDS = 64;

  private FormBody() {}

  /**
   * The fields; of two with one name the last counts.
   *
   * @throws IllegalArgumentException when a percent sign is not followed by two digits, or there
   *     are too many fields
   */
  static Map<String, String> parse(String body) {
    Map<String, String> fields = new HashMap<>();
    String[] pairs = body.strip().split("&", MOST_FIELDS + 1);
    if (pairs.length > MOST_FIELDS) {
      throw new IllegalArgumentException("a form has at most " + MOST_FIELDS + " fields here");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /**
   * A number of bytes.
   *
   * @throws IllegalArgumentException naming the field
   */
  static long number(String name, String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException("the field " + name + " is not a number of bytes");
    }
    return Long.parseLong(text);
  }
}
