package org.novabm.store.work;

import java.time.Instant;
import java.util.UUID;
import org.novabm.store.ServiceHost;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Wake-ups as a part of somebody's transaction.
 *
 * @param host that of tasks which are not on record
 */
public record WakeupWrites(JdbcOperations jdbc, ServiceHost host) {

  /** The version says to who works on the task that it was woken meanwhile. */
  static final String WAKE =
      """
      insert into wakeups (task_id, host, due_at, version)
      values (?, coalesce((select host from tasks where id = ?), ?), ?, 1)
      on duplicate key update due_at = least(due_at, values(due_at)), version = version + 1
      """;

  /** Look at it at the given time, or earlier if that was asked for already. */
  public void wake(UUID task, Instant at) {
    jdbc.update(WAKE, values(host, task, at));
  }

  /** The task has ended: nothing is left to look at. */
  public void forget(UUID task) {
    jdbc.update("delete from wakeups where task_id = ?", task.toString());
  }

  static Object[] values(ServiceHost host, UUID task, Instant at) {
    return new Object[] {task.toString(), task.toString(), host.name(), Statements.utc(at)};
  }
}
