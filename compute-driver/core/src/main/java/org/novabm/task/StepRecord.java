package org.novabm.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a task's timeline.
 *
 * @param number counts the steps of the task from 1; the same number is written again while the
 *     step goes on
 * @param step its name
 * @param label the same for people
 * @param status how it stands
 * @param attempt counts from 1
 * @param started when its first attempt began
 * @param ended when it was over; null while it goes on
 * @param note what it said last
 * @param progress how far it was then; null when nobody could say
 */
public record StepRecord(
    int number,
    String step,
    String label,
    Status status,
    int attempt,
    Instant started,
    @Nullable Instant ended,
    String note,
    @Nullable Progress progress) {

  /** How a step stands. */
  public enum Status {
    RUNNING,
    WAITING,
    RETRYING,
    DONE,
    FAILED
  }
}
