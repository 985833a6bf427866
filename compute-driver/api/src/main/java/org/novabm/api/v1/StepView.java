package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novabm.provisioning.StepRecord;

/**
 * One line of a timeline.
 *
 * @param state the step's state, in lower case
 * @param label the same for people
 * @param durationMs from its start to its end, or until now while it goes on
 */
record StepView(
    int number,
    String state,
    String label,
    String status,
    int attempt,
    @JsonProperty("started_at") String startedAt,
    @JsonProperty("ended_at") @Nullable String endedAt,
    @JsonProperty("duration_ms") long durationMs,
    String note) {

  static StepView of(StepRecord line, Instant now) {
    Instant ended = line.ended();
    return new StepView(
        line.number(),
        line.state().name().toLowerCase(Locale.ROOT),
        line.state().label(),
        line.status().name().toLowerCase(Locale.ROOT),
        line.attempt(),
        TimeText.of(line.started()),
        TimeText.orNull(ended),
        Duration.between(line.started(), ended == null ? now : ended).toMillis(),
        line.note());
  }
}
