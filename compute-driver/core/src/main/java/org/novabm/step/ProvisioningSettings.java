package org.novabm.step;

import java.time.Duration;
import org.novabm.spi.network.VlanId;

/**
 * What the steps are told by the configuration.
 *
 * @param provisioningVlan where machines boot the deploy ramdisk
 * @param tenantNetworks where instances live
 * @param powerTimeout for one power command with its confirmation
 * @param softOffTimeout for an operating system to shut down before its power is cut
 * @param switchTimeout for one port move with its reading back
 * @param agentTimeout from power on to the agent's first call
 * @param writeTimeout from that call to the image verified
 * @param deployTimeout from the message to the image verified; zero for no bound but the others
 * @param pollInterval how often a machine's progress is looked at when nobody calls
 */
public record ProvisioningSettings(
    VlanId provisioningVlan,
    TenantNetworks tenantNetworks,
    Duration powerTimeout,
    Duration softOffTimeout,
    Duration switchTimeout,
    Duration agentTimeout,
    Duration writeTimeout,
    Duration deployTimeout,
    Duration pollInterval) {}
