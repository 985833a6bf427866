package org.novabm.conf.settings;

import org.novabm.spi.Secret;

/**
 * One RabbitMQ host and the way in.
 *
 * @param virtualHost {@code /} unless another was named
 */
public record BrokerAddress(
    String host, int port, String user, Secret password, String virtualHost) {}
