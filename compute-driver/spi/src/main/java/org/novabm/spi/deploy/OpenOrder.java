package org.novabm.spi.deploy;

/**
 * An order and what is known of its machine.
 *
 * @param order what to do
 * @param contact how far it is
 * @param version counts the writes; for {@link OrderBook#update}
 */
public record OpenOrder(DeployOrder order, AgentContact contact, long version) {}
