package org.novabm.node;

import org.novabm.spi.Secret;

/**
 * A node to be stored.
 *
 * @param password of its BMC; empty for none
 */
public record NewNode(Node node, Secret password) {}
