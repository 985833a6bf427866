package org.novabm.spi.network;

/** How a port is set: idle, or attached to a {@link Segment}. */
public sealed interface PortMode permits Idle, Segment {}
