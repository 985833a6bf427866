package org.novabm.contract.law;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.novabm.contract.world.Mood;
import org.novabm.contract.world.World;
import org.novabm.task.Cursor.Direction;
import org.novabm.task.Plan;
import org.novabm.task.Step;
import org.novabm.task.StepContext;
import org.novabm.task.StepOutcome;

/** Ways to stand between the loop and the steps. */
final class Meddling {

  private static final String INJECTED = "made to fail by the laws";

  private Meddling() {}

  /** Does it at that place only; where that is on a way back, the plan's last step fails first. */
  static Meddler at(StepPlace place, Plan plan, Meddler there) {
    Meddler turned = place.isBack() ? failingAtTheEnd(plan) : Meddler.NONE;
    return (step, context) ->
        place.is(context) ? there.run(step, context) : turned.run(step, context);
  }

  /** All is done, and then the last step says that it failed. */
  static Meddler failingAtTheEnd(Plan plan) {
    return (step, context) -> isLast(plan, context) ? afterAll(step, context) : step.run(context);
  }

  private static boolean isLast(Plan plan, StepContext context) {
    return context.task().cursor().direction() == Direction.FORWARD
        && context.task().cursor().step() == plan.steps().size() - 1
        && context.task().plan().steps().equals(plan.steps());
  }

  static StepOutcome twice(Step step, StepContext context) {
    StepOutcome first = step.run(context);
    return first instanceof StepOutcome.Done ? step.run(context) : first;
  }

  static StepOutcome beforeAll(Step step, StepContext context) {
    return new StepOutcome.Failed(INJECTED);
  }

  static StepOutcome afterAll(Step step, StepContext context) {
    StepOutcome done = step.run(context);
    return done instanceof StepOutcome.Done ? new StepOutcome.Failed(INJECTED) : done;
  }

  static StepOutcome waiting(Step step, StepContext context) {
    return new StepOutcome.WaitFor(Duration.ofSeconds(1), "made to wait by the laws");
  }

  /** Waits once, and is done then, also by another process. */
  static StepOutcome waitingOnce(Step step, StepContext context) {
    boolean entered = context.now().equals(context.task().cursor().since());
    return entered ? waiting(step, context) : step.run(context);
  }

  /** Nothing is done from the time that a node is there; at the end it fails. */
  static Meddler idle(Plan plan) {
    return (step, context) -> {
      if (context.task().cursor().direction() == Direction.BACK) {
        return twice(step, context);
      }
      if (isLast(plan, context)) {
        return new StepOutcome.Failed(INJECTED);
      }
      return context.task().node() == null ? step.run(context) : new StepOutcome.Done("kept back");
    };
  }

  /** Dies the first time. */
  static Meddler dying(boolean after) {
    AtomicInteger runs = new AtomicInteger();
    return (step, context) -> {
      boolean dies = runs.getAndIncrement() == 0;
      StepOutcome outcome = dies && !after ? null : step.run(context);
      if (dies || outcome == null) {
        throw new Meddler.Died();
      }
      return outcome;
    };
  }

  /** Everything outside is in this mood while the step runs, the first times. */
  static Meddler inMood(World world, Mood mood, int times) {
    AtomicInteger runs = new AtomicInteger();
    return (step, context) -> {
      if (runs.getAndIncrement() >= times) {
        return step.run(context);
      }
      world.takes(mood);
      try {
        return step.run(context);
      } finally {
        world.takes(Mood.OBEYS);
      }
    };
  }

  /** Counts how often it is asked. */
  static Meddler counted(AtomicInteger count, Meddler there) {
    return (step, context) -> {
      count.incrementAndGet();
      return there.run(step, context);
    };
  }
}
