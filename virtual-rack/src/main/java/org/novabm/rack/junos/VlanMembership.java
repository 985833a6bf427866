package org.novabm.rack.junos;

/**
 * One VLAN on one port, as it forwards.
 *
 * @param vlan its name
 * @param tag its number
 * @param tagged frames carry the number
 */
public record VlanMembership(String vlan, int tag, boolean tagged) {}
