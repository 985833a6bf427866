package org.novabm.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.InstanceBody;
import org.novabm.rest.v1.ProvisionBody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    InstanceBody told =
        new InstanceBody(
            uuid == null ? null : uuid.toString(),
            instanceName,
            image == null ? null : InstanceBody.Image.named(image),
            flavor(),
            null,
            null,
            null,
            null,
            null);
    boolean nothing = told.equals(InstanceBody.NOTHING);
    return task.ask(session, new ProvisionBody("adopt", nothing ? null : told, null, null));
  }

  private InstanceBody.@Nullable Size flavor() {
    InstanceBody.Size size = new InstanceBody.Size(memoryMb, vcpus, rootGb, null);
    return size.equals(InstanceBody.Size.ANY) ? null : size;
  }
}
