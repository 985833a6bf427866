package org.novabm.provisioning.steps;

import org.novabm.device.Devices;
import org.novabm.provisioning.ProvisioningSettings;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepContext;
import org.novabm.provisioning.StepOutcome;
import org.novabm.provisioning.TenantNetworks;
import org.novabm.spi.network.VlanId;

/** Moves the node's port to the tenant's networks; undone by {@link DetachNetwork}. */
public final class AttachTenantNetwork implements ProvisioningStep {

  private final PortMove move;
  private final TenantNetworks networks;
  private final VlanId provisioning;

  public AttachTenantNetwork(Devices devices, ProvisioningSettings settings) {
    this.move = new PortMove(devices, settings.switchTimeout());
    this.networks = settings.tenantNetworks();
    this.provisioning = settings.provisioningVlan();
  }

  @Override
  public StepOutcome run(StepContext context) {
    return switch (networks.of(context.request())) {
      case TenantNetworks.Found.Known(var segment, var _) when segment.carries(provisioning) ->
          new StepOutcome.Failed(
              "VLAN %s is the provisioning network, where no instance may be; give the network another in [novabm] tenant_networks"
                  .formatted(provisioning));
      case TenantNetworks.Found.Known(var segment, var _) -> move.to(context, segment);
      case TenantNetworks.Found.Unknown(var reason) -> new StepOutcome.Failed(reason);
    };
  }
}
