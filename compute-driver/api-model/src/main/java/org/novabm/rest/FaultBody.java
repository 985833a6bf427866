package org.novabm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What stands under the one key of an error body, for example {@code {"itemNotFound": {"code": 404,
 * "message": "..."}}}.
 *
 * @param code the HTTP status again
 * @param message for people
 * @param field the field at fault; ours, Nova has none
 */
public record FaultBody(
    int code, String message, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String field) {}
