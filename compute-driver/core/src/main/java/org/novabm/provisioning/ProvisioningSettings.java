package org.novabm.provisioning;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.RequestedNetwork;
import org.novabm.spi.network.VlanId;

/**
 * What the steps are told by the configuration.
 *
 * @param provisioningVlan where machines boot the deploy ramdisk
 * @param tenantVlan for instances whose message names no network
 * @param tenantNetworks VLANs by network id
 * @param powerTimeout for one power command with its confirmation
 * @param softOffTimeout for an operating system to shut down before its power is cut
 * @param switchTimeout for one port move with its reading back
 * @param agentTimeout from power on to the agent's first call
 * @param writeTimeout from that call to the image verified
 * @param pollInterval how often a machine's progress is looked at when nobody calls
 */
public record ProvisioningSettings(
    VlanId provisioningVlan,
    @Nullable VlanId tenantVlan,
    Map<String, VlanId> tenantNetworks,
    Duration powerTimeout,
    Duration softOffTimeout,
    Duration switchTimeout,
    Duration agentTimeout,
    Duration writeTimeout,
    Duration pollInterval) {

  public ProvisioningSettings {
    tenantNetworks = Map.copyOf(tenantNetworks);
  }

  /** The VLAN of a requested network: its own, else the configured one of its id, else null. */
  public @Nullable VlanId vlanOf(RequestedNetwork network) {
    Integer own = network.vlan();
    return own != null ? new VlanId(own) : tenantNetworks.get(network.id());
  }
}
