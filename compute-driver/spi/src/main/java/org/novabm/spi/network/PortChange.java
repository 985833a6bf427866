package org.novabm.spi.network;

/**
 * One port's part of a batch.
 *
 * @param port the port
 * @param wanted what it is to carry
 * @param purpose who wants it, for the switch's own log; letters, digits, spaces and {@code - _ :
 *     .} are kept, everything else is for the manager to drop
 */
public record PortChange(PortName port, PortMode wanted, String purpose) {}
