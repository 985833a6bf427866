package org.novabm.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.InstanceStore;
import org.novabm.node.NodeStore;

/**
 * The loop: load, run what can be run, save, and say when to look again. It is the only place where
 * a task goes on. Any process may run it at any time; who saved first wins and the other one reads
 * again.
 */
public final class TaskRunner {

  private static final Duration STANDING_BACK = Duration.ofSeconds(1);

  private final TaskStore tasks;
  private final InstanceStore instances;
  private final TaskLeg.Surroundings surroundings;

  /**
   * The loop over the given steps.
   *
   * @param plans for a task that follows another
   */
  public TaskRunner(
      TaskStore tasks,
      InstanceStore instances,
      NodeStore nodes,
      StepCatalogue steps,
      Plans plans,
      RetryPolicy retries,
      InstantSource time) {
    this.tasks = tasks;
    this.instances = instances;
    this.surroundings =
        new TaskLeg.Surroundings(
            tasks, nodes, steps, new StepRunner(retries), new Endings(plans), time);
  }

  /**
   * Takes the task as far as it goes now.
   *
   * @return when to look at it again, or null when it has ended
   */
  public @Nullable Instant run(UUID id) {
    Task task = tasks.find(id);
    if (task == null || !task.isLive()) {
      return null;
    }
    UUID instance = task.instance();
    TaskLeg leg =
        new TaskLeg(task, instance == null ? null : instances.findInstance(instance), surroundings);
    return switch (leg.go()) {
      case TaskLeg.End.LookAgain(Instant when) -> when;
      case TaskLeg.End.Over() -> null;
      // two that go on side by side would hinder each other to the end
      case TaskLeg.End.Overtaken() -> surroundings.time().instant().plus(STANDING_BACK);
    };
  }
}
