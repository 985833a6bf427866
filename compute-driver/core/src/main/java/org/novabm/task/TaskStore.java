package org.novabm.task;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where tasks, their timelines, and what is written together with them are kept. Every method is a
 * transaction. What is begun or changed by another than the task's own loop is woken in the same
 * transaction, so that nothing that was asked for is ever forgotten.
 */
public interface TaskStore {

  /**
   * Stores and wakes a new task.
   *
   * @return false when its instance or its node has a live task already, or is live itself and the
   *     task is to make it; nothing is written then
   */
  boolean begin(Writes writes);

  @Nullable Task find(UUID id);

  /** The task if it is this host's to do; null when there is none, or it is another host's now. */
  default @Nullable Task findOwn(UUID id) {
    return find(id);
  }

  /** The instance's live task, else its latest, else null. */
  @Nullable Task findByInstance(UUID instance);

  /** The node's live task; null when nothing is done to it. */
  @Nullable Task findByNode(long node);

  /** Newest first, at most {@code limit}; the ended ones too when wanted. */
  List<Task> list(boolean ended, int limit);

  /**
   * Compare-and-set: writes all if the task's version is still the one given.
   *
   * @return the task with its new version, or null when somebody else wrote first
   */
  @Nullable Task save(Writes writes);

  /** As {@link #save}, by another than the task's loop, which is woken. */
  boolean interrupt(Writes writes);

  /** In the order of their numbers. */
  List<StepRecord> timeline(UUID task);
}
