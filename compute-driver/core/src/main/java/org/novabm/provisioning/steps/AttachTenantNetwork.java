package org.novabm.provisioning.steps;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.RequestedNetwork;
import org.novabm.provisioning.Devices;
import org.novabm.provisioning.ProvisioningSettings;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.spi.network.VlanId;

/** Moves the node's port to the tenant's network; undone by {@link DetachNetwork}. */
public final class AttachTenantNetwork implements ProvisioningStep {

  private final PortMove move;
  private final ProvisioningSettings settings;

  public AttachTenantNetwork(Devices devices, ProvisioningSettings settings) {
    this.move = new PortMove(devices, settings.switchTimeout());
    this.settings = settings;
  }

  @Override
  public StepOutcome run(StepContext context) {
    List<RequestedNetwork> networks = context.request().networks();
    VlanId vlan = networks.isEmpty() ? settings.tenantVlan() : vlanOf(networks.getFirst());
    if (vlan == null) {
      return new StepOutcome.Failed(
          networks.isEmpty()
              ? "the message names no network and [novabm] tenant_vlan is not set"
              : "nobody knows the VLAN of network '%s'; add it to [novabm] tenant_networks"
                  .formatted(networks.getFirst().id()));
    }
    return move.to(context.node(), vlan);
  }

  private @Nullable VlanId vlanOf(RequestedNetwork network) {
    VlanId own = settings.vlanOf(network);
    return own != null ? own : settings.tenantVlan();
  }
}
