package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.novabm.rest.Password;

/**
 * A switch to be registered.
 *
 * @param address host name or IP address; {@code host:port} when there is no field {@code port}
 * @param port 1 to 65535; left out for the protocol's own
 * @param driver name of an installed switch manager; left out for the configured one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SwitchBody(
    @Nullable String address,
    @Nullable Integer port,
    @Nullable String user,
    @Nullable Password password,
    @Nullable String driver,
    @Nullable String description) {}
