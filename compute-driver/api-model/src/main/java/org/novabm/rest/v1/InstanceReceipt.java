package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What was made of what was asked of an instance.
 *
 * @param task what does it, or did it; null when none is on record
 * @param href where to look for progress
 * @param note why nothing had to be done
 */
public record InstanceReceipt(
    @JsonProperty("instance_uuid") String instanceUuid,
    @Nullable String task,
    String href,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {}
