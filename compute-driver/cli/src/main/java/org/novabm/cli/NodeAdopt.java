package org.novabm.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.VersionLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "adopt",
    description =
        "Makes an instance of what runs on a managed node already. The machine is left as it is; its"
            + " BMC is asked for the power.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeAdopt implements Callable<Integer> {

  @Option(
      names = "--uuid",
      paramLabel = "UUID",
      description = "The instance's uuid; made up unless said.")
  private @Nullable UUID uuid;

  @Option(names = "--name", paramLabel = "NAME", description = "Its name, also its host name.")
  private @Nullable String instanceName;

  @Option(
      names = "--image",
      paramLabel = "REF",
      description = "What is on its disk: an http(s) or file: address, or a name below image_root.")
  private @Nullable String image;

  @Option(
      names = "--memory-mb",
      paramLabel = "MIB",
      description = "Memory of its flavor, with --vcpus and --root-gb; the node's unless said.",
      converter = AtLeastOne.class)
  private @Nullable Integer memoryMb;

  @Option(
      names = "--vcpus",
      paramLabel = "N",
      description = "Processors of its flavor.",
      converter = AtLeastOne.class)
  private @Nullable Integer vcpus;

  @Option(
      names = "--root-gb",
      paramLabel = "GIB",
      description = "Disk of its flavor.",
      converter = AtLeastOne.class)
  private @Nullable Integer rootGb;

  @Mixin private NodeTask task = new NodeTask();

  private final ToolContext session;

  NodeAdopt(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    ObjectNode instance = JsonMapper.shared().createObjectNode();
    if (uuid != null) {
      instance.put("instance_uuid", uuid.toString());
    }
    if (instanceName != null) {
      instance.put("name", instanceName);
    }
    if (image != null) {
      boolean address = image.contains("://") || image.startsWith("file:");
      instance.putObject("image").put(address ? "location" : "id", image);
    }
    putFlavor(instance);
    ObjectNode body = JsonMapper.shared().createObjectNode();
    if (!instance.isEmpty()) {
      body.set("instance", instance);
    }
    return task.ask(session, "adopt", body);
  }

  private void putFlavor(ObjectNode instance) {
    if (memoryMb == null && vcpus == null && rootGb == null) {
      return;
    }
    ObjectNode flavor = instance.putObject("flavor");
    put(flavor, "memory_mb", memoryMb);
    put(flavor, "vcpus", vcpus);
    put(flavor, "root_gb", rootGb);
  }

  private static void put(ObjectNode flavor, String field, @Nullable Integer value) {
    if (value != null) {
      flavor.put(field, value);
    }
  }
}
