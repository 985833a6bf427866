package org.novabm.messaging.compute;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.wire.Json;
import org.novabm.messaging.wire.NovaObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of a dictionary or versioned object, each read with a check; null and absent are the
 * same.
 */
final class Fields {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final ObjectNode node;
  private final String path;

  private Fields(ObjectNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /** Of a value that may be missing or something else: then without any field. */
  static Fields of(@Nullable JsonNode value, String path) {
    ObjectNode fields = NovaObject.fields(value);
    return new Fields(fields == null ? Json.object() : fields, path);
  }

  Fields child(String name) {
    return of(node.get(name), path(name));
  }

  /** Null when absent. */
  @Nullable JsonNode get(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  boolean has(String name) {
    return get(name) != null;
  }

  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** One line of text; null when absent. */
  @Nullable String text(String name, int longest) throws UnusableValueException {
    String text = block(name, longest);
    if (text != null && CONTROL.matcher(text).find()) {
      throw new UnusableValueException(path(name), "holds control characters");
    }
    return text;
  }

  /** Text of any kind; null when absent. */
  @Nullable String block(String name, int longest) throws UnusableValueException {
    JsonNode value = get(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw new UnusableValueException(path(name), "is not a string");
    }
    if (value.stringValue().length() > longest) {
      throw new UnusableValueException(path(name), "is longer than " + longest + " characters");
    }
    return value.stringValue();
  }

  /** A whole number from 0 to 2147483647, also as digits in a text; 0 when absent. */
  int size(String name) throws UnusableValueException {
    JsonNode value = get(name);
    if (value == null) {
      return 0;
    }
    String digits = value.isString() ? value.stringValue() : value.toString();
    if (digits.startsWith("-")) {
      throw new UnusableValueException(path(name), "is negative");
    }
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new UnusableValueException(path(name), "is not an integer up to 2147483647");
    }
  }

  /** A whole number of 0 or more, also as digits in a text; null when absent. */
  @Nullable Long bytes(String name) throws UnusableValueException {
    JsonNode value = get(name);
    if (value == null) {
      return null;
    }
    String digits = value.isString() ? value.stringValue() : value.toString();
    if (!digits.matches("[0-9]{1,18}")) {
      throw new UnusableValueException(path(name), "is not a number of bytes");
    }
    return Long.valueOf(digits);
  }

  /** Null when absent. */
  @Nullable Boolean flag(String name) throws UnusableValueException {
    JsonNode value = get(name);
    if (value == null) {
      return null;
    }
    if (!value.isBoolean()) {
      throw new UnusableValueException(path(name), "is neither true nor false");
    }
    return value.booleanValue();
  }

  /** Null when absent. */
  @Nullable UUID uuid(String name) throws UnusableValueException {
    String text = text(name, 200);
    if (text == null) {
      return null;
    }
    if (!UUID_TEXT.matcher(text).matches()) {
      throw new UnusableValueException(path(name), "'" + text + "' is not a uuid");
    }
    return UUID.fromString(text);
  }

  UUID requiredUuid(String name) throws UnusableValueException {
    UUID uuid = uuid(name);
    if (uuid == null) {
      throw new UnusableValueException(path(name), "is missing");
    }
    return uuid;
  }

  /** Refuses members of other names, so that a slip of the pen does not go unseen. */
  void only(Set<String> names) throws UnusableValueException {
    for (String name : node.propertyNames()) {
      if (!names.contains(name)) {
        throw new UnusableValueException(
            path.isEmpty() ? "arguments" : path, "there is no '" + name + "' here");
      }
    }
  }
}
