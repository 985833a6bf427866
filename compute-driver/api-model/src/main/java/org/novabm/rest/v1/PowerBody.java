package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.novabm.rest.Password;

/**
 * The BMC of a node to be registered, or what is to be changed of it.
 *
 * @param address {@code host}, {@code host:port} or {@code [v6]:port}
 * @param manager name of an installed power manager; the configured one when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PowerBody(
    @Nullable String address,
    @Nullable String user,
    @Nullable Password password,
    @Nullable String manager) {}
