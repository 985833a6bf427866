package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What was made of what was asked of a node.
 *
 * @param href where to look for progress
 * @param note why nothing had to be done, or what is done first
 */
public record NodeReceipt(
    @JsonProperty("node_id") long nodeId,
    @Nullable String task,
    @Nullable String href,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {}
