package org.novabm.spi.network;

/**
 * Who said over LLDP that it stands at the other end of a port (IEEE 802.1AB, 8.5).
 *
 * @param port our port
 * @param chassis the neighbour's chassis id, a MAC address in our form when it is one
 * @param neighbourPort the neighbour's port id, a MAC address in our form when it is one
 * @param systemName what it calls itself; may be empty
 */
public record Neighbour(PortName port, String chassis, String neighbourPort, String systemName) {}
