package org.novabm.store;

/**
 * The compute host whose work a process does, among those that share a database.
 *
 * @param name the {@code host} of its nova.conf
 */
public record ServiceHost(String name) {}
