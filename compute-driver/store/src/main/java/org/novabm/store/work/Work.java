package org.novabm.store.work;

import java.util.UUID;
import org.novabm.task.Next;

/**
 * What is done when a task is woken. Never runs twice at a time for one task while its process
 * lives.
 */
@FunctionalInterface
public interface Work {

  /** Does what can be done now. */
  Next run(UUID task);
}
