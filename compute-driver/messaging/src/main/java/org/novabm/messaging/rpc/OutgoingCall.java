package org.novabm.messaging.rpc;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client of ours asks for.
 *
 * @param method to call
 * @param args by name
 * @param version of the interface, for example {@code 1.0}
 * @param namespace null for none
 * @param context members without their prefix, for example {@code request_id}
 */
public record OutgoingCall(
    String method,
    ObjectNode args,
    String version,
    @Nullable String namespace,
    ObjectNode context) {

  /** A request of our own short form. */
  public static OutgoingCall brief(String method, ObjectNode args) {
    return new OutgoingCall(
        method, args, "1.0", "novabm", Json.object().put("request_id", "req-" + UUID.randomUUID()));
  }

  ObjectNode message() {
    ObjectNode message = Json.object().put("method", method);
    message.set("args", args);
    message.put("version", version).put("_unique_id", id());
    if (namespace != null) {
      message.put("namespace", namespace);
    }
    for (var member : context.properties()) {
      message.set("_context_" + member.getKey(), member.getValue());
    }
    return message;
  }

  static String id() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
