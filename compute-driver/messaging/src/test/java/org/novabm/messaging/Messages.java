package org.novabm.messaging;

import java.util.UUID;
import org.novabm.messaging.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** Small messages of the short form. */
public final class Messages {

  private Messages() {}

  public static ObjectNode spawnArgs(UUID instance) {
    ObjectNode args =
        Json.object()
            .put("instance_uuid", instance.toString())
            .put("image", "http://images.example.org/debian.raw");
    args.putObject("flavor").put("memory_mb", 4096).put("vcpus", 2).put("root_gb", 10);
    return args;
  }

  public static ObjectNode spawn(UUID instance) {
    return cast("spawn", "1.0", spawnArgs(instance));
  }

  /** One of Nova's methods that take an instance. */
  public static ObjectNode nova(String method, UUID instance) {
    ObjectNode args = Json.object();
    args.putObject("instance").put("uuid", instance.toString());
    return cast(method, "6.0", args);
  }

  public static ObjectNode cast(String method, String version, ObjectNode args) {
    ObjectNode message =
        Json.object()
            .put("method", method)
            .put("version", version)
            .put("_unique_id", UUID.randomUUID().toString().replace("-", ""));
    message.set("args", args);
    return message;
  }
}
