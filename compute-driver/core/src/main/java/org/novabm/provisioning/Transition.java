package org.novabm.provisioning;

/**
 * One line of the table.
 *
 * @param from where it was
 * @param event what happened
 * @param to where it goes
 */
public record Transition(ProvisionState from, ProvisionEvent event, ProvisionState to) {}
