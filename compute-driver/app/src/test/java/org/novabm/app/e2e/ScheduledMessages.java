package org.novabm.app.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.novabm.rack.RackNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Zed's scheduler and conductor send, as captured, with our instance, image and node put in.
 */
final class ScheduledMessages {

  /** The network that the captured message names. */
  static final String NETWORK = "3cb9bc59-5699-4588-a4b1-b87f96708bc6";

  private ScheduledMessages() {}

  static String spawn(UUID instance, String hostname, String image, String nodeUuid) {
    ObjectNode request = captured("zed-build_and_run_instance.json");
    ObjectNode args = (ObjectNode) request.get("args");
    ObjectNode data = (ObjectNode) args.get("instance").get("nova_object.data");
    data.put("uuid", instance.toString()).put("hostname", hostname).put("image_ref", image);
    ObjectNode flavor = (ObjectNode) data.get("flavor").get("nova_object.data");
    flavor.put("memory_mb", 256).put("vcpus", 1).put("root_gb", 1).put("ephemeral_gb", 0);
    args.set(
        "image", JsonMapper.shared().createObjectNode().put("id", image).put("disk_format", "raw"));
    args.putNull("requested_networks");
    args.put("node", nodeUuid);
    return request.toString();
  }

  static String terminate(UUID instance) {
    ObjectNode request = captured("zed-terminate_instance.json");
    ObjectNode args = (ObjectNode) request.get("args");
    ((ObjectNode) args.get("instance").get("nova_object.data")).put("uuid", instance.toString());
    return request.toString();
  }

  /** Our own short form. */
  static String shortSpawn(UUID instance, String hostname, String image, RackNode node) {
    ObjectNode request =
        JsonMapper.shared().createObjectNode().put("method", "spawn").put("version", "1.0");
    ObjectNode args = request.putObject("args");
    args.put("instance_uuid", instance.toString()).put("name", hostname);
    args.putObject("image").put("id", image);
    args.putObject("flavor").put("memory_mb", node.memoryMb()).put("vcpus", 1).put("root_gb", 1);
    return request.toString();
  }

  static String shortDestroy(UUID instance) {
    ObjectNode request =
        JsonMapper.shared().createObjectNode().put("method", "destroy").put("version", "1.0");
    request.putObject("args").put("instance_uuid", instance.toString());
    return request.toString();
  }

  /** Our own short form: {@code SOFT} or {@code HARD}. */
  static String shortReboot(UUID instance, String type) {
    ObjectNode request =
        JsonMapper.shared().createObjectNode().put("method", "reboot").put("version", "1.1");
    request.putObject("args").put("instance_uuid", instance.toString()).put("reboot_type", type);
    return request.toString();
  }

  /** Our own short form. */
  static String shortRebuild(UUID instance, String image) {
    ObjectNode request =
        JsonMapper.shared().createObjectNode().put("method", "rebuild").put("version", "1.1");
    ObjectNode args = request.putObject("args").put("instance_uuid", instance.toString());
    args.putObject("image").put("id", image);
    return request.toString();
  }

  private static ObjectNode captured(String sample) {
    try (InputStream in = ScheduledMessages.class.getResourceAsStream(sample)) {
      JsonNode message = JsonMapper.shared().readTree(in).get("message");
      ObjectNode request = JsonMapper.shared().createObjectNode();
      request.set("method", message.get("method"));
      request.set("version", message.get("version"));
      request.set("args", message.get("args"));
      return request;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
