package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A hold to be placed.
 *
 * @param reason 1 to 255 characters
 * @param until when it ends by itself, with its zone, for example {@code 2026-03-04T05:06:07Z};
 *     left out, it does not
 * @param name {@code operator} when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoldBody(@Nullable String reason, @Nullable String until, @Nullable String name) {}
