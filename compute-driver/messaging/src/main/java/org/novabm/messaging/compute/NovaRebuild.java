package org.novabm.messaging.compute;

import java.util.List;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.InstanceStore;
import org.novabm.instance.RequestedNetwork;
import org.novabm.messaging.wire.NovaObject;
import org.novabm.messaging.wire.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * {@code rebuild_instance} of every release: the instance as it is to be from now on, with the
 * image of {@code image_ref}. {@code on_shared_storage}, {@code migration}, {@code scheduled_node}
 * and {@code limits} concern an evacuation alone, {@code orig_image_ref} and {@code
 * orig_sys_metadata} what was before; nothing here needs them.
 */
final class NovaRebuild implements RequestReader {

  private final InstanceStore instances;

  NovaRebuild(InstanceStore instances) {
    this.instances = instances;
  }

  @Override
  public InstanceRequest read(Request request) throws UnusableValueException {
    NovaInstance instance = NovaInstance.of(request);
    Fields args = instance.args();
    refuse(
        args,
        "recreate",
        "an evacuation brings an instance to another host's machine; the disk of this one cannot"
            + " follow. Destroy the instance and spawn another");
    refuse(
        args,
        "preserve_ephemeral",
        "the image is written over the whole disk, and nothing of it can be kept. Ask for the"
            + " rebuild without it, after a copy of what is needed was made");
    refuse(args, "reimage_boot_volume", "an instance that boots from a volume cannot run here");
    refuseBootVolume(args);
    return instance.with(
        ImageReader.ofRebuild(args, instance.fields()),
        instance.fields().uuid("node"),
        networks(instance));
  }

  private static void refuse(Fields args, String flag, String reason)
      throws UnusableValueException {
    if (Boolean.TRUE.equals(args.flag(flag))) {
      throw new UnusableValueException(flag, reason);
    }
  }

  private static void refuseBootVolume(Fields args) throws UnusableValueException {
    ArrayNode disks = NovaObject.items(args.get("bdms"));
    if (disks == null) {
      return;
    }
    NetworkReader.bounded(disks, "bdms");
    for (JsonNode item : disks) {
      Fields disk = Fields.of(item, "bdms");
      JsonNode order = disk.get("boot_index");
      boolean boots = order != null && order.isInt() && order.intValue() == 0;
      if (boots && "volume".equals(disk.text("destination_type", 64))) {
        throw new UnusableValueException(
            "bdms", "an instance that boots from a volume cannot run here");
      }
    }
  }

  /**
   * What it is plugged into now, else what was asked for with its spawn. Without Neutron a rebuild
   * names no network at all; it must not move the machine to another one for that.
   */
  private List<RequestedNetwork> networks(NovaInstance instance) throws UnusableValueException {
    List<RequestedNetwork> plugged = NetworkReader.plugged(instance.fields());
    if (!plugged.isEmpty()) {
      return plugged;
    }
    List<RequestedNetwork> requested = NetworkReader.read(instance.args(), instance.fields());
    if (!requested.isEmpty()) {
      return requested;
    }
    Instance known = instances.findInstance(instance.uuid());
    return known == null ? List.of() : known.request().networks();
  }
}
