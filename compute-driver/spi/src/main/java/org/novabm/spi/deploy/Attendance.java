package org.novabm.spi.deploy;

import java.time.Instant;

/**
 * What the side that machines talk to says of itself.
 *
 * @param seen when it said so
 * @param lack what machines would ask for and not get, for the operator; empty for nothing
 */
public record Attendance(Instant seen, String lack) {}
