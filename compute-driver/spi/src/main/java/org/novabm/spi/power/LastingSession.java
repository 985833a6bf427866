package org.novabm.spi.power;

/**
 * A {@link PowerManager} that keeps a session between operations, so that further ones are quick,
 * and that costs little while it is not used: no thread and no connection of its own. Such a one is
 * kept open for thousands of machines; all others are closed after each operation.
 */
public interface LastingSession {}
