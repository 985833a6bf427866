package org.novabm.store.work;

import static org.novabm.store.work.Statements.utc;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.novabm.provisioning.ProvisionState;
import org.novabm.provisioning.Wakeups;

/**
 * Rows of {@code scheduled_tasks}. Enough for a process that only wakes deployments and leaves the
 * work to another; that one looks after its polling time.
 *
 * <p>A row is one deployment. While it is executed it is marked {@code picked}; a wake-up that
 * comes then is kept in {@code woken}, and the end of the execution honours it. Every change below
 * is one statement, so nothing falls between two.
 */
public final class WakeupTable implements Wakeups {

  static final String TASK = "provision";

  private final Statements statements;

  public WakeupTable(DataSource database) {
    this.statements = new Statements(database);
  }

  @Override
  public void wake(UUID deployment, Instant at) {
    statements.update(
        """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        values (?, ?, ?, false, 1)
        on duplicate key update
          woken = case when picked = true
            then least(coalesce(woken, values(execution_time)), values(execution_time))
            else woken end,
          execution_time = case when picked = true
            then execution_time
            else least(execution_time, values(execution_time)) end
        """,
        TASK,
        deployment.toString(),
        utc(at));
  }

  /**
   * The execution is over and nothing is left to do; false when it was woken meanwhile, or lost its
   * row.
   */
  boolean finish(String deployment, long version) {
    return statements.update(
            """
            delete from scheduled_tasks
            where task_name = ? and task_instance = ? and version = ? and woken is null
            """,
            TASK,
            deployment,
            version)
        == 1;
  }

  /**
   * The execution is over until the given time; false when it was woken meanwhile, or lost its row.
   */
  boolean postpone(String deployment, long version, Instant until, int failures) {
    return statements.update(
            """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
              execution_time = ?, consecutive_failures = ?, version = version + 1
            where task_name = ? and task_instance = ? and version = ? and woken is null
            """,
            utc(until),
            failures,
            TASK,
            deployment,
            version)
        == 1;
  }

  /**
   * The execution is over and was woken meanwhile; false when it lost its row to another process.
   */
  boolean resume(String deployment, long version) {
    return statements.update(
            """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
              execution_time = woken, woken = null, version = version + 1
            where task_name = ? and task_instance = ? and version = ? and woken is not null
            """,
            TASK,
            deployment,
            version)
        == 1;
  }

  /** Gives the row of a dead process back, due now. */
  boolean revive(String deployment, long version, Instant now) {
    return statements.update(
            """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
              execution_time = ?, woken = null, version = version + 1
            where task_name = ? and task_instance = ? and version = ? and picked = true
            """,
            utc(now),
            TASK,
            deployment,
            version)
        == 1;
  }

  /** Gives all rows of a process back whose last sign of life was before the given time. */
  int reviveAll(String process, Instant silentSince, Instant now) {
    return statements.update(
        """
        update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
          execution_time = ?, woken = null, version = version + 1
        where task_name = ? and picked = true and picked_by = ? and last_heartbeat < ?
        """,
        utc(now),
        TASK,
        process,
        utc(silentSince));
  }

  /**
   * Wakes every deployment that has work to do and no row: its process died between putting it on
   * record and waking it.
   */
  int wakeForgotten(Instant now) {
    String working =
        Arrays.stream(ProvisionState.values())
            .filter(ProvisionState::isWorking)
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", "));
    return statements.update(
        """
        insert ignore into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        select ?, d.id, ?, false, 1 from deployments d
        where d.live_instance is not null and (d.asked <> 'NOTHING' or d.state in (%s))
        """
            .formatted(working),
        TASK,
        utc(now));
  }
}
