package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.StepRecord;

/**
 * A deployment as shown. User data, keys and metadata stay out of it: they may hold the tenant's
 * secrets.
 *
 * @param state in lower case
 * @param label the same for people
 * @param asked what was asked for since the spawn and not begun yet; null for nothing
 * @param nodeId null before the claim and after the release
 * @param ageMs since the message came
 * @param timeline only where one deployment is asked for
 */
record DeploymentView(
    String id,
    @JsonProperty("instance_uuid") String instanceUuid,
    @JsonProperty("instance_name") String instanceName,
    String image,
    String state,
    String label,
    @Nullable String asked,
    @JsonProperty("node_id") @Nullable Long nodeId,
    int step,
    int attempt,
    @JsonProperty("created_at") String createdAt,
    @JsonProperty("since") String since,
    @JsonProperty("age_ms") long ageMs,
    @Nullable String reason,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StepView> timeline) {

  static DeploymentView of(Deployment it, @Nullable List<StepRecord> timeline, Instant now) {
    return new DeploymentView(
        it.id().toString(),
        it.request().instance().toString(),
        it.request().name(),
        it.request().image().shown(),
        it.state().name().toLowerCase(Locale.ROOT),
        it.state().label(),
        it.asked() == Deployment.Asked.NOTHING ? null : it.asked().name().toLowerCase(Locale.ROOT),
        it.nodeId(),
        it.step(),
        it.attempt(),
        TimeText.of(it.created()),
        TimeText.of(it.since()),
        Duration.between(it.created(), now).toMillis(),
        it.reason(),
        timeline == null ? null : timeline.stream().map(line -> StepView.of(line, now)).toList());
  }
}
