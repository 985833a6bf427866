package org.novabm.store.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.novabm.task.Next;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one task at a time on its thread, again and again while it says that it is due. A wake-up
 * that the work itself gives its task needs no row: it is honoured before the work ends.
 *
 * @param stopping whether no further round is to begin
 */
record TaskWork(Work work, BooleanSupplier stopping, InstantSource time) {

  private static final Logger log = LoggerFactory.getLogger(TaskWork.class);
  private static final int ROUNDS = 100;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final ScopedValue<Run> CURRENT = ScopedValue.newInstance();

  private record Run(UUID task, AtomicBoolean woken) {}

  /** Whether this thread works on the task just now; if so, it looks at it once more. */
  static boolean isWokenByItself(UUID task) {
    if (!CURRENT.isBound() || !CURRENT.get().task().equals(task)) {
      return false;
    }
    CURRENT.get().woken().set(true);
    return true;
  }

  /**
   * Does what can be done.
   *
   * @param failures how often the work of this task has failed in a row
   */
  Result run(UUID task, int failures) {
    Run run = new Run(task, new AtomicBoolean());
    try {
      return ScopedValue.where(CURRENT, run).call(() -> new Result(rounds(run), 0));
    } catch (RuntimeException | Error e) {
      // a step of others may lack a class; without the pause it would be run again at once, for
      // ever
      Duration pause = Duration.ofSeconds(1L << Math.min(failures, 6));
      Duration bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
      log.error("task {}: its work failed; tried again in {} s", task, bounded.toSeconds(), e);
      return new Result(new Next.At(time.instant().plus(bounded)), failures + 1);
    }
  }

  /**
   * How it went.
   *
   * @param failures in a row, this one included
   */
  record Result(Next next, int failures) {}

  private Next rounds(Run run) {
    Next next = work.run(run.task());
    for (int round = 1; round < ROUNDS && isDue(next, run); round++) {
      if (stopping.getAsBoolean()) {
        return new Next.At(time.instant());
      }
      next = work.run(run.task());
    }
    return next;
  }

  private boolean isDue(Next next, Run run) {
    boolean woken = run.woken().getAndSet(false);
    return next instanceof Next.At(Instant when) && (woken || !when.isAfter(time.instant()));
  }
}
