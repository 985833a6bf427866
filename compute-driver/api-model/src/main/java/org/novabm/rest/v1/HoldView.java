package org.novabm.rest.v1;

import org.jspecify.annotations.Nullable;

/**
 * A maintenance hold as shown.
 *
 * @param by who placed it: the address from which it was called for, or the service itself
 * @param until null when it counts until it is released
 */
public record HoldView(
    String name, String by, String reason, String since, @Nullable String until) {}
