package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.task.Cursor;
import org.novabm.task.Standing;
import org.novabm.task.StepCall;
import org.novabm.task.StepRecord;
import org.novabm.task.Task;

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
record TaskView(
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

  /**
   * As it is now.
   *
   * @param label of the current step; null where there is none
   * @param timeline null to leave it out
   */
  static TaskView of(
      Task it, @Nullable String label, @Nullable List<StepRecord> timeline, Instant now) {
    UUID instance = it.instance();
    StepCall current = it.current();
    Cursor at = it.cursor();
    Standing standing = it.standing();
    Standing.Outcome outcome = standing.outcome();
    return new TaskView(
        it.id().toString(),
        it.verb().word(),
        instance == null ? null : instance.toString(),
        it.node(),
        outcome == null ? "running" : word(outcome),
        word(at.direction()),
        current == null ? null : current.name(),
        label,
        at.line(),
        at.attempt(),
        TimeText.of(it.head().created()),
        TimeText.of(at.since()),
        Duration.between(it.head().created(), now).toMillis(),
        standing.abort() == null ? null : word(standing.abort()),
        standing.reason(),
        timeline == null ? null : timeline.stream().map(line -> StepView.of(line, now)).toList());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
