package org.novabm.node;

import org.novabm.spi.network.PortName;

/**
 * Where a node is plugged in.
 *
 * @param switchId row number of the {@link NetworkSwitch}
 * @param port its name on that switch
 */
public record SwitchPort(long switchId, PortName port) {}
