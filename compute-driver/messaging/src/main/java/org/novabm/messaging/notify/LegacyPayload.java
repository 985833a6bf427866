package org.novabm.messaging.notify;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Flavor;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.journal.Notice;
import org.novabm.messaging.wire.Json;
import org.novabm.spi.deploy.ImageRef;
import tools.jackson.databind.node.ObjectNode;

/**
 * The flat payload of {@code compute.instance.*}. What the record of an instance does not know
 * (flavor and reservation ids, kernel, addresses, availability zone) is there and empty.
 */
final class LegacyPayload {

  private final NotificationSettings settings;

  LegacyPayload(NotificationSettings settings) {
    this.settings = settings;
  }

  ObjectNode of(Notice notice, Instance instance, @Nullable UUID node, Milestones dates) {
    InstanceRequest request = instance.request();
    ObjectNode payload =
        Json.object()
            .put("tenant_id", request.context().project())
            .put("user_id", request.context().user())
            .put("instance_id", request.instance().toString())
            .put("display_name", request.hostname())
            .put("reservation_id", "")
            .put("hostname", request.hostname());
    putFlavor(payload, request.flavor());
    payload
        .put("host", settings.host())
        .put("node", node == null ? null : node.toString())
        .put("availability_zone", "")
        .put("cell_name", "")
        .put("created_at", PayloadDates.zoned(dates.created()))
        .put("terminated_at", PayloadDates.iso(dates.terminated()))
        .put("deleted_at", PayloadDates.iso(dates.terminated()))
        .put("launched_at", PayloadDates.iso(dates.launched()));
    putImage(payload, request.image());
    payload
        .put("state", notice.vmState())
        .put("state_description", NovaWords.taskState(notice))
        .put("progress", "")
        .putNull("access_ip_v4")
        .putNull("access_ip_v6");
    ObjectNode metadata = payload.putObject("metadata");
    for (Map.Entry<String, String> entry : request.metadata().entrySet()) {
      metadata.put(entry.getKey(), entry.getValue());
    }
    putOutcome(payload, notice, request);
    return payload;
  }

  private static void putFlavor(ObjectNode payload, Flavor flavor) {
    payload
        .put("instance_type", flavor.name())
        .putNull("instance_type_id")
        .put("instance_flavor_id", "")
        .putNull("architecture")
        .put("memory_mb", flavor.memoryMb())
        .put("disk_gb", flavor.diskGb())
        .put("vcpus", flavor.vcpus())
        .put("root_gb", flavor.rootGb())
        .put("ephemeral_gb", flavor.ephemeralGb());
  }

  private void putImage(ObjectNode payload, ImageRef image) {
    String reference = image.shown();
    boolean address = reference.contains(":") || settings.imageEndpoint().isEmpty();
    payload
        .put(
            "image_ref_url",
            address ? reference : settings.imageEndpoint() + "/images/" + reference)
        .putNull("os_type")
        .put("kernel_id", "")
        .put("ramdisk_id", "");
    ObjectNode meta = payload.putObject("image_meta").put("base_image_ref", reference);
    if (image.format() != null) {
      meta.put("disk_format", image.format());
    }
  }

  private static void putOutcome(ObjectNode payload, Notice notice, InstanceRequest request) {
    String reason = notice.reason() == null ? "" : notice.reason();
    if (notice.isError()) {
      payload.put("exception", reason).put("message", reason).put("code", 500);
      return;
    }
    String image = request.image().shown();
    switch (notice.event()) {
      case "compute.instance.create.start", "compute.instance.rebuild.start" ->
          payload.put("image_name", image);
      case "compute.instance.create.end" -> payload.put("message", "Success").putArray("fixed_ips");
      case "compute.instance.rebuild.end" -> payload.put("image_name", image).putArray("fixed_ips");
      default -> {}
    }
  }
}
