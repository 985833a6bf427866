package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novabm.task.Progress;
import org.novabm.task.StepRecord;

/**
 * One line of a timeline.
 *
 * @param step the step's name, for example {@code write_image}
 * @param label the same for people
 * @param status {@code running}, {@code waiting}, {@code retrying}, {@code done} or {@code failed}
 * @param durationMs from its start to its end, or until now while it goes on
 * @param progress null when nobody can say how far it is
 */
record StepView(
    int number,
    String step,
    String label,
    String status,
    int attempt,
    @JsonProperty("started_at") String startedAt,
    @JsonProperty("ended_at") @Nullable String endedAt,
    @JsonProperty("duration_ms") long durationMs,
    String note,
    @Nullable ProgressView progress) {

  /**
   * How far a step is.
   *
   * @param total 0 when nobody knows
   * @param unit of both numbers, for example {@code bytes}
   */
  record ProgressView(long done, long total, String unit) {
    static @Nullable ProgressView of(@Nullable Progress it) {
      return it == null ? null : new ProgressView(it.done(), it.total(), it.unit());
    }
  }

  static StepView of(StepRecord line, Instant now) {
    Instant ended = line.ended();
    return new StepView(
        line.number(),
        line.step(),
        line.label(),
        line.status().name().toLowerCase(Locale.ROOT),
        line.attempt(),
        TimeText.of(line.started()),
        TimeText.orNull(ended),
        Duration.between(line.started(), ended == null ? now : ended).toMillis(),
        line.note(),
        ProgressView.of(line.progress()));
  }
}
