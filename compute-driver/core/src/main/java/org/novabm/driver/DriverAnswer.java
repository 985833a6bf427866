package org.novabm.driver;

import java.util.UUID;

/**
 * What the driver says to a request. Accepted means: on record, and will be done even if this
 * process dies now.
 */
public sealed interface DriverAnswer {

  /** On record. */
  record Accepted(UUID deployment) implements DriverAnswer {}

  /** Nothing to do: it is so already, or on its way. */
  record Already(UUID deployment, String note) implements DriverAnswer {}

  /** There is no such instance here. */
  record UnknownInstance(UUID instance) implements DriverAnswer {}

  /** Not in this state; the note says why and what would help. */
  record NotNow(UUID deployment, String note) implements DriverAnswer {}
}
