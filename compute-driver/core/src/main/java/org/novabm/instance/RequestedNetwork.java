package org.novabm.instance;

import org.jspecify.annotations.Nullable;

/**
 * A network the instance wants to be on.
 *
 * @param id the network's id; may be empty when only the VLAN is known
 * @param vlan its VLAN, 1 to 4094; null when the configuration is to tell
 */
public record RequestedNetwork(String id, @Nullable Integer vlan) {}
