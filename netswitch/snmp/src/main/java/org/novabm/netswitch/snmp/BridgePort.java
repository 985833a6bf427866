package org.novabm.netswitch.snmp;

import org.novabm.spi.network.PortName;

/**
 * A port that can be in VLANs.
 *
 * @param number by which port lists know it
 * @param interfaceIndex by which the interface tables know it
 * @param name by which people know it
 */
record BridgePort(int number, int interfaceIndex, PortName name) {}
