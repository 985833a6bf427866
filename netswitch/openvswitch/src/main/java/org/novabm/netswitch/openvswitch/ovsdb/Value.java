package org.novabm.netswitch.openvswitch.ovsdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The database's notation of values (RFC 7047, section 5.1): a set of one is its only element. */
public final class Value {

  private static final String SET = "set";

  private Value() {}

  /** The elements of a set, or the one value there is. */
  public static List<JsonNode> elements(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.path(0).asString("").equals(SET) || !value.isArray()) {
      return List.of(value);
    }
    List<JsonNode> elements = new ArrayList<>();
    value.path(1).forEach(elements::add);
    return elements;
  }

  /** Empty when there is no value. */
  public static String text(JsonNode value) {
    return value.isString() ? value.asString() : "";
  }

  /** The id of a row in {@code ["uuid", "..."]}. */
  public static String id(JsonNode value) {
    return value.path(1).asString("");
  }

  public static JsonNode id(String uuid) {
    return JsonNodeFactory.instance.arrayNode().add("uuid").add(uuid);
  }

  /** A set of texts; none when it is empty. */
  public static JsonNode set(Collection<String> texts, Function<String, JsonNode> form) {
    ArrayNode elements = JsonNodeFactory.instance.arrayNode();
    texts.forEach(text -> elements.add(form.apply(text)));
    return JsonNodeFactory.instance.arrayNode().add(SET).add(elements);
  }

  /** A set of numbers, in the order given. */
  public static JsonNode numbers(Collection<Integer> numbers) {
    ArrayNode elements = JsonNodeFactory.instance.arrayNode();
    numbers.forEach(elements::add);
    return JsonNodeFactory.instance.arrayNode().add(SET).add(elements);
  }
}
