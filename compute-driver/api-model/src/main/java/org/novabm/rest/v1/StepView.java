package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a timeline.
 *
 * @param step the step's name, for example {@code write_image}
 * @param label the same for people
 * @param status {@code running}, {@code waiting}, {@code retrying}, {@code done} or {@code failed}
 * @param endedAt null while it goes on
 * @param durationMs from its start to its end, or until now while it goes on
 * @param progress null when nobody can say how far it is
 */
public record StepView(
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

  public StepView {
    Objects.requireNonNull(status, "step without status");
  }

  /**
   * How far a step is.
   *
   * @param total 0 when nobody knows
   * @param unit of both numbers, for example {@code bytes}
   */
  public record ProgressView(long done, long total, String unit) {}
}
