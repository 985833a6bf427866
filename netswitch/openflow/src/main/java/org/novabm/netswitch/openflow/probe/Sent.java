package org.novabm.netswitch.openflow.probe;

import org.novabm.spi.MacAddress;

/**
 * A frame as if it had come in at a port.
 *
 * @param port the port's number
 * @param tag its VLAN tag, 0 for none
 * @param source who seems to send it
 */
public record Sent(int port, int tag, MacAddress source) {}
