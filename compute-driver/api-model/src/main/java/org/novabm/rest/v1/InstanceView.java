package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An instance as shown. User data, keys and metadata stay out of it: they may hold the tenant's
 * secrets.
 *
 * @param state what it is, in Nova's words, for example {@code building}
 * @param powerState {@code on} or {@code off}, as a task read it last; null before that
 * @param nodeId null before the claim and after the release
 * @param launchedAt when it was first up; null when it was not
 * @param terminatedAt when it was destroyed; null when it was not
 * @param fault why it is in error, or why the last thing asked of it failed; null while all is well
 * @param task what is done to it, else what was done last, with its timeline; null where nothing
 *     was, and in lists
 */
public record InstanceView(
    String uuid,
    String name,
    String image,
    String state,
    @JsonProperty("power_state") @Nullable String powerState,
    @JsonProperty("node_id") @Nullable Long nodeId,
    @JsonProperty("created_at") String createdAt,
    @JsonProperty("launched_at") @Nullable String launchedAt,
    @JsonProperty("terminated_at") @Nullable String terminatedAt,
    @Nullable String fault,
    @Nullable TaskView task) {

  public InstanceView {
    Objects.requireNonNull(state, "instance without state");
  }
}
