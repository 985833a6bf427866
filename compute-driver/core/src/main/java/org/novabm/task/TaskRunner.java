package org.novabm.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceStore;
import org.novabm.node.NodeStore;
import org.novabm.service.Lease;
import org.novabm.service.LeaseLostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop: load, run what can be run, save, and say when to look again. It is the only place where
 * a task goes on. Any process may run it at any time; who saved first wins and the other one reads
 * again.
 */
public final class TaskRunner {

  private static final Logger log = LoggerFactory.getLogger(TaskRunner.class);
  private static final Duration STANDING_BACK = Duration.ofSeconds(1);

  private final Records records;
  private final TaskLeg.Surroundings surroundings;

  /** What is read and written. */
  public record Records(TaskStore tasks, InstanceStore instances, NodeStore nodes) {}

  /**
   * The loop over the given steps.
   *
   * @param plans for a task that follows another
   * @param lease asked before each step
   */
  public TaskRunner(
      Records records,
      StepCatalogue steps,
      Plans plans,
      RetryPolicy retries,
      Lease lease,
      InstantSource time) {
    this.records = records;
    this.surroundings =
        new TaskLeg.Surroundings(
            records.tasks(),
            records.nodes(),
            steps,
            new StepRunner(retries),
            new Endings(plans),
            lease,
            time);
  }

  /**
   * Takes the task as far as it goes now.
   *
   * @return what is left to do
   */
  public Next run(UUID id) {
    Lease lease = surroundings.lease();
    try {
      return lease.during(() -> lease.isHeld() ? go(id) : standingBack());
    } catch (LeaseLostException e) {
      log.warn("task {} is left where it is: {}", id, e.getMessage());
      return standingBack();
    }
  }

  private Next go(UUID id) {
    Task task = records.tasks().findOwn(id);
    if (task == null || !task.isLive()) {
      return new Next.Nothing();
    }
    UUID uuid = task.instance();
    Instance instance = uuid == null ? null : records.instances().findInstance(uuid);
    return switch (new TaskLeg(task, instance, surroundings).go()) {
      case TaskLeg.End.LookAgain(Instant when) -> new Next.At(when);
      case TaskLeg.End.Over() -> new Next.Ended();
      // two that go on side by side would hinder each other to the end
      case TaskLeg.End.Overtaken() -> standingBack();
    };
  }

  private Next standingBack() {
    return new Next.At(surroundings.time().instant().plus(STANDING_BACK));
  }
}
