package org.novabm.store.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is done when a task is woken. Never runs twice at a time for one task while its process
 * lives.
 */
@FunctionalInterface
public interface Work {

  /**
   * Does what can be done now.
   *
   * @return when to look again, or null when nothing is left to do until somebody wakes it
   */
  @Nullable Instant run(UUID task);
}
