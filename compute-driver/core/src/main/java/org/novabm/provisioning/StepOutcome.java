package org.novabm.provisioning;

import java.time.Duration;

/**
 * What a step says when it comes back. The loop acts on it; a step never schedules, sleeps or saves
 * by itself.
 */
public sealed interface StepOutcome {

  /** What a person reads in the timeline. */
  String note();

  /** The step is over; the next one may begin. */
  record Done(String note) implements StepOutcome {}

  /**
   * All is well, but somebody else has to act first (a machine to boot, an image to be written).
   */
  record WaitFor(Duration delay, String note) implements StepOutcome {}

  /** It did not work this time; counts as an attempt. */
  record RetryAfter(Duration delay, String note) implements StepOutcome {}

  /** It will not work, however often it is tried. */
  record Failed(String note) implements StepOutcome {}
}
