package org.novabm.node;

import org.novabm.spi.Endpoint;

/**
 * A switch that nodes are plugged in.
 *
 * @param id row number; 0 before it is stored
 * @param endpoint where it is managed
 * @param driver name or old class name of the switch manager
 * @param description for people; may be empty
 */
public record NetworkSwitch(long id, Endpoint endpoint, String driver, String description) {}
