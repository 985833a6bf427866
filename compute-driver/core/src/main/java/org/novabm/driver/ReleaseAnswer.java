package org.novabm.driver;

import java.util.UUID;

/** What is said to a {@link ReleaseOrder}. */
public sealed interface ReleaseAnswer {

  /** On record; the task that does it. */
  record Begun(UUID task) implements ReleaseAnswer {}

  /** This task has to end first; then it is to be asked for again. */
  record After(UUID task, String note) implements ReleaseAnswer {}

  /** Nobody is on the node, and nothing is done there. */
  record Nothing(String note) implements ReleaseAnswer {}

  /** Not so; the note says why and what would help. */
  record Refused(String note) implements ReleaseAnswer {}
}
