package org.novabm.task;

import java.time.Instant;

/** What is to be done with a task after it was run as far as it goes. */
public sealed interface Next {

  /** It is to be run again at that time, or earlier when it is woken. */
  record At(Instant when) implements Next {}

  /** It has ended, and its wake-up with it. */
  record Ended() implements Next {}

  /** There is nothing to run: it ended before, or is another host's, or not on record. */
  record Nothing() implements Next {}
}
