package org.novabm.provisioning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a deployment's timeline.
 *
 * @param number counts the steps of the deployment from 1; the same number is written again while
 *     the step goes on
 * @param state which step
 * @param status how it stands
 * @param attempt counts from 1
 * @param started when its first attempt began
 * @param ended when it was over; null while it goes on
 * @param note what it said last
 */
public record StepRecord(
    int number,
    ProvisionState state,
    Status status,
    int attempt,
    Instant started,
    @Nullable Instant ended,
    String note) {

  /** How a step stands. */
  public enum Status {
    RUNNING,
    WAITING,
    RETRYING,
    DONE,
    FAILED
  }
}
