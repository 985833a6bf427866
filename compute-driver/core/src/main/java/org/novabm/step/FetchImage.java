package org.novabm.step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.ConfigDrive;
import org.novabm.node.Node;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.ImageRef;
import org.novabm.spi.deploy.Preparation;
import org.novabm.spi.network.VlanId;
import org.novabm.task.Progress;
import org.novabm.task.Step;
import org.novabm.task.StepCall;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/**
 * Has the image fetched and checked, and the machine's order written down; undone by {@link
 * ForgetOrder}. It waits for the image without holding a worker, however slow the source is.
 * However old an order becomes, it opens no door: {@link PrepareRamdisk} does, for a time of its
 * own.
 */
public final class FetchImage implements Step {

  private static final long MIB = 1024 * 1024;
  private static final long GIB = 1024 * MIB;

  private final Deployers deployers;
  private final ConfigDrive configDrive;
  private final TenantNetworks networks;
  private final VlanId provisioning;
  private final Duration pollInterval;

  public FetchImage(Deployers deployers, ConfigDrive configDrive, ProvisioningSettings settings) {
    this.deployers = deployers;
    this.configDrive = configDrive;
    this.networks = settings.tenantNetworks();
    this.provisioning = settings.provisioningVlan();
    this.pollInterval = settings.pollInterval();
  }

  @Override
  public String name() {
    return "fetch_image";
  }

  @Override
  public String label(Map<String, String> arguments) {
    return "check the image, record the order";
  }

  @Override
  public StepCall undo(Map<String, String> arguments) {
    return StepCall.of("forget_order");
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public StepOutcome run(StepContext context) {
    Node node = context.node();
    if (node == null) {
      return NoNode.in(context);
    }
    if (node.interfaces().isEmpty()) {
      return new StepOutcome.Failed(
          node.display() + " has no NIC on record; add one with its MAC address");
    }
    return switch (networks.of(context.request())) {
      case TenantNetworks.Found.Known(var segment, var _) when segment.carries(provisioning) ->
          new StepOutcome.Failed(
              "VLAN %s is the provisioning network, where no instance may be; give the network another in [novabm] tenant_networks"
                  .formatted(provisioning));
      case TenantNetworks.Found.Known(var _, var vlans) -> record(context, node, vlans);
      case TenantNetworks.Found.Unknown(var reason) -> new StepOutcome.Failed(reason);
    };
  }

  private StepOutcome record(StepContext context, Node node, List<VlanId> vlans) {
    ImageRef image = context.request().image();
    Preparation preparation =
        deployers
            .of(context)
            .prepare(
                new DeployOrder(
                    context.job(),
                    context.request().instance(),
                    node.display(),
                    node.macs(),
                    image,
                    node.capacity().localGb() * GIB,
                    configDrive.files(context.request(), node.macs(), vlans)));
    return switch (preparation) {
      case Preparation.Ready(var remark) ->
          new StepOutcome.Done(
              "image " + image.shown() + " is ready" + (remark.isEmpty() ? "" : "; " + remark));
      case Preparation.Queued() -> waitFor("the image waits for others to be fetched first", null);
      case Preparation.Fetching(var bytes, var total) ->
          waitFor(
              total == 0
                  ? mebibytes(bytes) + " MiB of the image fetched"
                  : mebibytes(bytes) + " of " + mebibytes(total) + " MiB of the image fetched",
              Progress.ofBytes(bytes, total));
    };
  }

  private static long mebibytes(long bytes) {
    return Math.ceilDiv(bytes, MIB);
  }

  private StepOutcome waitFor(String note, @Nullable Progress progress) {
    return new StepOutcome.WaitFor(pollInterval, note, progress);
  }
}
