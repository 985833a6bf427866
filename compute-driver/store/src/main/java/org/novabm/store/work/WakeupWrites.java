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

  private static final String TASKS_OF = "provision/";

  static final String WAKE =
      """
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
      values (
        concat(?, coalesce((select host from tasks where id = ?), ?)), ?, ?, false, 1)
      on duplicate key update
        woken = case when picked = true
          then least(coalesce(woken, values(execution_time)), values(execution_time))
          else woken end,
        execution_time = case when picked = true
          then execution_time
          else least(execution_time, values(execution_time)) end
      """;

  /** Look at it at the given time, or earlier if that was asked for already. */
  public void wake(UUID task, Instant at) {
    jdbc.update(WAKE, values(host, task, at));
  }

  /** The kind of row that processes of a host work off, and no others. */
  public static String taskOf(String host) {
    return TASKS_OF + host;
  }

  static Object[] values(ServiceHost host, UUID task, Instant at) {
    return new Object[] {
      TASKS_OF, task.toString(), host.name(), task.toString(), Statements.utc(at)
    };
  }
}
