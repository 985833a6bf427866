package org.novabm.provisioning.steps;

import java.util.List;
import org.novabm.instance.ConfigDrive;
import org.novabm.node.Node;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.provisioning.TenantNetworks;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.network.VlanId;

/**
 * Has the image fetched and checked, and the machine's order written down; undone by {@link
 * ForgetOrder}.
 */
public final class RecordOrder implements ProvisioningStep {

  private static final long GIB = 1024L * 1024 * 1024;

  private final Deployer deployer;
  private final ConfigDrive configDrive;
  private final TenantNetworks networks;

  public RecordOrder(Deployer deployer, ConfigDrive configDrive, TenantNetworks networks) {
    this.deployer = deployer;
    this.configDrive = configDrive;
    this.networks = networks;
  }

  @Override
  public StepOutcome run(StepContext context) {
    Node node = context.node();
    if (node == null) {
      return NoNode.OUTCOME;
    }
    if (node.interfaces().isEmpty()) {
      return new StepOutcome.Failed(
          node.display() + " has no network card on record; add one with its MAC address");
    }
    return switch (networks.of(context.request())) {
      case TenantNetworks.Found.Known(var _, var vlans) -> record(context, node, vlans);
      case TenantNetworks.Found.Unknown(var reason) -> new StepOutcome.Failed(reason);
    };
  }

  private StepOutcome record(StepContext context, Node node, List<VlanId> vlans) {
    deployer.prepare(
        new DeployOrder(
            context.id(),
            context.request().instance(),
            node.display(),
            node.macs(),
            context.request().image(),
            node.capacity().localGb() * GIB,
            configDrive.files(context.request(), node.macs(), vlans)));
    return new StepOutcome.Done("image " + context.request().image().reference() + " is ready");
  }
}
