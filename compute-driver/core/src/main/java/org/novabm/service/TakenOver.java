package org.novabm.service;

/**
 * What one host took over from another.
 *
 * @param nodes how many nodes
 * @param tasks how many live tasks
 * @param messages how many messages that were on record and not handled
 */
public record TakenOver(int nodes, int tasks, int messages) {}
