package org.novabm.store.work;

import static org.novabm.store.work.Statements.utc;

import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.novabm.store.ServiceHost;
import org.novabm.task.Wakeups;

/**
 * Rows of {@code scheduled_tasks}. Enough for a process that only wakes tasks and leaves the work
 * to another; that one looks after its polling time.
 *
 * <p>A row is one task, and named after the host whose work it is. While it is executed it is
 * marked {@code picked}; a wake-up that comes then is kept in {@code woken}, and the end of the
 * execution honours it. Every change below is one statement, so nothing falls between two.
 */
public final class WakeupTable implements Wakeups {

  private final Statements statements;
  private final ServiceHost host;

  /**
   * The rows of one host's work.
   *
   * @param host also that of tasks which are not on record
   */
  public WakeupTable(DataSource database, ServiceHost host) {
    this.statements = new Statements(database);
    this.host = host;
  }

  /** The kind of row that processes of this host work off, and no others. */
  String task() {
    return WakeupWrites.taskOf(host.name());
  }

  @Override
  public void wake(UUID task, Instant at) {
    statements.update(WakeupWrites.WAKE, WakeupWrites.values(host, task, at));
  }

  /**
   * The execution is over and nothing is left to do; false when it was woken meanwhile, or lost its
   * row.
   */
  boolean finish(String task, long version) {
    return statements.update(
            """
            delete from scheduled_tasks
            where task_name = ? and task_instance = ? and version = ? and woken is null
            """,
            task(),
            task,
            version)
        == 1;
  }

  /**
   * The execution is over until the given time; false when it was woken meanwhile, or lost its row.
   */
  boolean postpone(String task, long version, Instant until, int failures) {
    return statements.update(
            """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
              execution_time = ?, consecutive_failures = ?, version = version + 1
            where task_name = ? and task_instance = ? and version = ? and woken is null
            """,
            utc(until),
            failures,
            task(),
            task,
            version)
        == 1;
  }

  /**
   * The execution is over and was woken meanwhile; false when it lost its row to another process.
   */
  boolean resume(String task, long version) {
    return statements.update(
            """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
              execution_time = woken, woken = null, version = version + 1
            where task_name = ? and task_instance = ? and version = ? and woken is not null
            """,
            task(),
            task,
            version)
        == 1;
  }

  /** Gives the row of a dead process back, due now. */
  boolean revive(String task, long version, Instant now) {
    return statements.update(
            """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
              execution_time = ?, woken = null, version = version + 1
            where task_name = ? and task_instance = ? and version = ? and picked = true
            """,
            utc(now),
            task(),
            task,
            version)
        == 1;
  }

  /** Gives all rows back that a process of the host had picked which is there no more. */
  int reviveAll(Instant now) {
    return statements.update(
        """
        update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
          execution_time = ?, woken = null, version = version + 1
        where task_name = ? and picked = true
        """,
        utc(now),
        task());
  }

  /**
   * Wakes every task of the host that lives and has no row: its process died between putting it on
   * record and waking it, or the database did not take the wake-up.
   */
  int wakeForgotten(Instant now) {
    return statements.update(
        """
        insert ignore into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        select ?, t.id, ?, false, 1 from tasks t where t.outcome is null and t.host = ?
        """,
        task(),
        utc(now),
        host.name());
  }
}
