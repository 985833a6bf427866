package org.novabm.rest.v1;

import org.jspecify.annotations.Nullable;

/**
 * A switch as shown; its password never is.
 *
 * @param port null for the protocol's own
 */
public record SwitchView(
    long id,
    String address,
    @Nullable Integer port,
    String user,
    String driver,
    String description) {}
