package org.novabm.rest.v1;

import org.jspecify.annotations.Nullable;

/**
 * Why a compute host is to take no new instances.
 *
 * @param reason 1 to 255 characters
 */
public record DrainBody(@Nullable String reason) {}
