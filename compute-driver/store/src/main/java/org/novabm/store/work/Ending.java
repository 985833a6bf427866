package org.novabm.store.work;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends executions, and loses no wake-up that came while they ran.
 *
 * @param table the rows
 * @param due told the time at which a row will be due again
 */
record Ending(WakeupTable table, Consumer<Instant> due) {

  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

  void end(Execution execution, @Nullable Instant next, int failures, Instant now) {
    String task = execution.taskInstance.getId();
    if (next == null) {
      if (table.finish(task, execution.version)) {
        return;
      }
    } else if (table.postpone(task, execution.version, next, failures)) {
      due.accept(next);
      return;
    }
    if (table.resume(task, execution.version)) {
      due.accept(now);
    } else {
      LOG.warn(
          "task {}: another process took the work over, for this one was silent too long", task);
    }
  }
}
