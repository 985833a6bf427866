package org.novabm.rack.machine;

/**
 * Where a BMC is reached.
 *
 * @param address its IPv4 address
 * @param lan UDP, RMCP+ for the world
 * @param serial TCP, where QEMU's IPMI device connects to
 * @param console TCP, where the BMC gets the serial console for serial over LAN
 */
public record BmcPorts(String address, int lan, int serial, int console) {}
