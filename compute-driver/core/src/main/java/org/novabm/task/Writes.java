package org.novabm.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.journal.Notice;

/**
 * What is written in one transaction.
 *
 * @param task the task
 * @param lines of its timeline; one of a number that is there already replaces that
 * @param instance its instance as it is now; null when it did not change
 * @param node its node as it is now; null when it did not change
 * @param notices about it
 * @param next a task that begins with the end of this one; null for none
 */
public record Writes(
    Task task,
    List<StepRecord> lines,
    @Nullable Instance instance,
    @Nullable NodeChange node,
    List<Notice> notices,
    @Nullable Task next) {

  public Writes {
    lines = List.copyOf(lines);
    notices = List.copyOf(notices);
  }

  /** The task alone. */
  public static Writes of(Task task) {
    return new Writes(task, List.of(), null, null, List.of(), null);
  }

  /** The same with notices. */
  public Writes telling(List<Notice> told) {
    return new Writes(task, lines, instance, node, told, next);
  }

  /** The same with an instance. */
  public Writes with(@Nullable Instance changed) {
    return new Writes(task, lines, changed, node, notices, next);
  }

  Writes with(List<StepRecord> timeline) {
    return new Writes(task, timeline, instance, node, notices, next);
  }

  /** The same with a node. */
  public Writes with(@Nullable NodeChange changed) {
    return new Writes(task, lines, instance, changed, notices, next);
  }

  Writes with(Task changed) {
    return new Writes(changed, lines, instance, node, notices, next);
  }

  Writes followedBy(@Nullable Task task) {
    return new Writes(this.task, lines, instance, node, notices, task);
  }
}
