package org.novabm.messaging.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what may be a plain dictionary (to Icehouse, method by method) or a versioned object
 * (after), told apart by {@code nova_object.name} or {@code versioned_object.name}. Unknown fields
 * and newer minor versions are left alone.
 */
public final class NovaObject {

  private NovaObject() {}

  /** The fields of either form; null when it is neither. */
  public static @Nullable ObjectNode fields(@Nullable JsonNode value) {
    if (!(value instanceof ObjectNode object)) {
      return null;
    }
    for (String family : List.of("nova_object", "versioned_object")) {
      if (object.has(family + ".name")) {
        return object.get(family + ".data") instanceof ObjectNode data ? data : null;
      }
    }
    return object;
  }

  /**
   * The items of a plain list or of a list object ({@code {"objects": [...]}}); null when it is
   * neither.
   */
  public static @Nullable ArrayNode items(@Nullable JsonNode value) {
    if (value instanceof ArrayNode list) {
      return list;
    }
    ObjectNode fields = fields(value);
    return fields != null && fields.get("objects") instanceof ArrayNode list ? list : null;
  }
}
