package org.novabm.node;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is on a node.
 *
 * @param instance the instance's uuid
 * @param name its name, or null when a tool of old did not write it
 */
public record Occupant(UUID instance, @Nullable String name) {}
