package org.novabm.driver;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the driver says to a request. Accepted means: on record, and will be done even if this
 * process dies now.
 */
public sealed interface DriverAnswer {

  /** On record; the task that does it. */
  record Accepted(UUID task) implements DriverAnswer {}

  /** Already so, or changing to it; the task that did or does it, null when none is on record. */
  record Already(@Nullable UUID task, String note) implements DriverAnswer {}

  /** There is no such instance here. */
  record UnknownInstance(UUID instance) implements DriverAnswer {}

  /** Not in this state; the note says why and what would help. */
  record NotNow(@Nullable UUID task, String note) implements DriverAnswer {}
}
