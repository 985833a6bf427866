package org.novabm.store;

import org.jspecify.annotations.Nullable;

/**
 * One line of the join that reads nodes: a node has as many lines as it has network cards, at least
 * one.
 *
 * @param node its row
 * @param card one of its cards, or null when it has none
 * @param details what an operator says of it, or null when nothing
 */
record NodePart(NodeRow node, @Nullable InterfaceRow card, @Nullable DetailsRow details) {}
