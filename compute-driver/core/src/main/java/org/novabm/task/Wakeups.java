package org.novabm.task;

import java.time.Instant;
import java.util.UUID;

/** Asks for a task to be looked at. Durable: a wake-up that was accepted outlives the process. */
public interface Wakeups {

  /** Look at it at the given time, or earlier if that was asked for already. */
  void wake(UUID task, Instant at);
}
