package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A command of IPMI as it is.
 *
 * @param netfn even, 0 to 62
 * @param command 0 to 255
 * @param data of the request, in hexadecimal; empty when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RawBody(@Nullable Integer netfn, @Nullable Integer command, @Nullable String data) {}
