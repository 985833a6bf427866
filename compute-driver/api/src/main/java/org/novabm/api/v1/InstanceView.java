package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;

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
record InstanceView(
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

  static InstanceView of(Instance it, @Nullable TaskView task) {
    return new InstanceView(
        it.uuid().toString(),
        it.request().name(),
        it.request().image().shown(),
        it.state().word(),
        it.power() == null ? null : it.power().name().toLowerCase(Locale.ROOT),
        it.node(),
        TimeText.of(it.created()),
        TimeText.orNull(it.launched()),
        TimeText.orNull(it.terminated()),
        it.fault(),
        task);
  }
}
