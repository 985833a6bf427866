package org.novabm.node;

import java.util.Arrays;
import java.util.Optional;

/**
 * The words of {@code bm_nodes.task_state}, as the bare-metal driver of 2013 wrote them; old tools
 * read them.
 */
public enum TaskState {
  /** Claimed; being made ready. */
  BUILDING("building"),
  /** Switched on towards the deploy ramdisk. */
  PREPARED("prepared"),
  /** The image is being written. */
  DEPLOYING("deploying"),
  /** The image is on the disk. */
  DEPLOY_COMPLETE("deploy complete"),
  /** The instance runs, or was stopped by its owner. */
  ACTIVE("active"),
  /** Given back; also a node that never had an instance may have no word at all. */
  DELETED("deleted"),
  /** Held for the operator, with the instance still on it. */
  ERROR("error");

  private final String word;

  TaskState(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The state of a word; empty for words of other drivers. */
  public static Optional<TaskState> of(String word) {
    return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
  }
}
