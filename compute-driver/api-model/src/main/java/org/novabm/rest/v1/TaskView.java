package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task as shown. What its steps are told stays out of it.
 *
 * @param verb what is done, for example {@code power off}
 * @param instanceUuid null for a task of the node alone
 * @param nodeId null before the claim; kept after the release
 * @param state {@code running}, or how it ended: {@code done}, {@code failed}, {@code cancelled},
 *     or {@code held} when the node must not go back to the pool
 * @param direction {@code forward}, or {@code back} while what had begun is undone
 * @param step name of what is done now; null at the end
 * @param label the same for people
 * @param number of the step in the timeline, from 1
 * @param since when the step was entered
 * @param ageMs since it was asked for
 * @param abort who gave it up: {@code cancel} or {@code destroy}; null for nobody
 * @param reason why it failed; null while all is well
 * @param timeline only where one task is asked for, or what it is about
 */
public record TaskView(
    String id,
    String verb,
    @JsonProperty("instance_uuid") @Nullable String instanceUuid,
    @JsonProperty("node_id") @Nullable Long nodeId,
    String state,
    String direction,
    @Nullable String step,
    @Nullable String label,
    int number,
    int attempt,
    @JsonProperty("created_at") String createdAt,
    String since,
    @JsonProperty("age_ms") long ageMs,
    @Nullable String abort,
    @Nullable String reason,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StepView> timeline) {

  public TaskView {
    Objects.requireNonNull(id, "task without id");
    Objects.requireNonNull(verb, "task without verb");
    Objects.requireNonNull(state, "task without state");
  }
}
