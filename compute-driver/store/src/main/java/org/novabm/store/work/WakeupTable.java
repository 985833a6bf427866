package org.novabm.store.work;

import static org.novabm.store.work.Statements.utc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.novabm.store.ServiceHost;
import org.novabm.task.Wakeups;

/**
 * Rows of {@code wakeups}: one a task, of the host whose work it is. Enough for a process that only
 * wakes tasks and leaves the work to another; that one looks after its polling time.
 *
 * <p>Who works on a task leaves its row where it is until it is done, and then only if nobody woke
 * it meanwhile: a process that dies leaves it due. Every change below is one statement, so nothing
 * falls between two.
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

  @Override
  public void wake(UUID task, Instant at) {
    statements.update(WakeupWrites.WAKE, WakeupWrites.values(host, task, at));
  }

  /** What is due, the oldest first. */
  List<DueTask> due(Instant now, int limit) {
    return statements.query(
        """
        select task_id, version from wakeups where host = ? and due_at <= ? order by due_at limit ?
        """,
        row -> new DueTask(UUID.fromString(row.getString(1)), row.getLong(2)),
        host.name(),
        utc(now),
        limit);
  }

  /** Nothing is left to do; false when it was woken meanwhile, or another host has it. */
  boolean finish(DueTask task) {
    return statements.update(
            "delete from wakeups where task_id = ? and host = ? and version = ?",
            task.id().toString(),
            host.name(),
            task.version())
        == 1;
  }

  /**
   * There is nothing to do until then; false when it was woken meanwhile, or another host has it.
   */
  boolean postpone(DueTask task, Instant until) {
    return statements.update(
            "update wakeups set due_at = ? where task_id = ? and host = ? and version = ?",
            utc(until),
            task.id().toString(),
            host.name(),
            task.version())
        == 1;
  }

  /**
   * Wakes every task of the host that lives and has no row; there is none unless somebody deleted
   * it.
   */
  int wakeForgotten(Instant now) {
    return statements.update(
        """
        insert ignore into wakeups (task_id, host, due_at, version)
        select t.id, t.host, ?, 1 from tasks t where t.outcome is null and t.host = ?
        """,
        utc(now),
        host.name());
  }
}
